import { execFile, execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const run = promisify(execFile);
const STEPS = join(import.meta.dirname, "../../fixtures/keychain-steps.ts");

function isThere(program: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const missing =
  process.platform === "linux"
    ? ["dbus-run-session", "dbus-send", "gnome-keyring-daemon"].filter((name) => !isThere(name))
    : ["a Secret Service (Linux only)"];
if (missing.length > 0) {
  process.stderr.write(`SKIPPED: the real keychain needs ${missing.join(", ")}.\n`);
}

/** A session of its own with a keychain that the empty password opens; it ends with the last command. */
const IN_SESSION = `
printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets >/dev/null 2>&1
do sleep 0.05; done
exec "$0" "$1"`;

/** None of the caller's own session: neither its bus nor its keychain may be touched. */
function bareEnv(home: string): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return { PATH, HOME: home, XDG_DATA_HOME: join(home, "data"), XDG_RUNTIME_DIR: home };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe.skipIf(missing.length > 0)("a real Secret Service", () => {
  it(
    "keeps, rotates and removes a secret, encrypted, and says when it is locked",
    { timeout: 60_000 },
    async () => {
      const home = tempFolder();
      const { stdout } = await run(
        "dbus-run-session",
        ["--", "sh", "-c", IN_SESSION, process.execPath, STEPS],
        { env: bareEnv(home) },
      );
      expect(JSON.parse(stdout)).toEqual({
        keptIn: "keychain",
        before: null,
        afterSet: "1//marker-of-a-refresh-token",
        keptInAfterSet: "keychain",
        afterRotate: "1//marker-of-a-rotated-token",
        afterRemove: null,
        removeAgain: "done",
        readLocked: "KEYCHAIN_LOCKED",
        writeLocked: "KEYCHAIN_LOCKED",
        openedLocked: "keychain",
      });
      const files = filesBelow(home);
      expect(files.some((file) => file.endsWith(".keyring"))).toBe(true);
      for (const file of files) {
        expect(readFileSync(file).includes("marker-of-a-")).toBe(false);
      }
    },
  );
});

describe.skipIf(process.platform !== "linux")("no session bus", () => {
  it(
    "leaves a store for this session only, and no file anywhere",
    { timeout: 60_000 },
    async () => {
      const home = tempFolder();
      const { stdout } = await run(process.execPath, [STEPS], { env: bareEnv(home) });
      expect(JSON.parse(stdout)).toEqual({
        keptIn: "session",
        before: null,
        // Another instance knows nothing of it: it lives in the memory of one.
        afterSet: null,
        keptInAfterSet: "session",
        afterRemove: null,
      });
      expect(filesBelow(home)).toEqual([]);
    },
  );
});
