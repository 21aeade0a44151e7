import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const LOCK = { packages: { "": {}, "node_modules/a": { version: "1.0.0" } } };

/** A house with one task and an npm that only notes that it was called. */
function house(installed: { readonly version: string } | null) {
  const folder = mkdtempSync(path.join(tmpdir(), "bellhop-deps-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  mkdirSync(path.join(folder, "scripts"));
  cpSync(path.join(root, "scripts/with-deps.mjs"), path.join(folder, "scripts/with-deps.mjs"));
  put("package-lock.json", JSON.stringify(LOCK));
  put("scripts/build.ts", 'console.log("task ran", ...process.argv.slice(2));\n');
  put(
    "bin/npm",
    '#!/bin/sh\necho called > "$(dirname "$0")/../npm-was-called"\necho broken >&2\nexit 1\n',
  );
  chmodSync(path.join(folder, "bin/npm"), 0o755);
  if (installed !== null) {
    put("node_modules/node/bin/node", `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
    chmodSync(path.join(folder, "node_modules/node/bin/node"), 0o755);
    const packages = { "node_modules/a": installed };
    put("node_modules/.package-lock.json", JSON.stringify({ packages }));
  }
  return {
    put,
    run: (...args: string[]) =>
      spawnSync(process.execPath, [path.join(folder, "scripts/with-deps.mjs"), ...args], {
        encoding: "utf8",
        env: { PATH: `${path.join(folder, "bin")}${path.delimiter}${process.env["PATH"] ?? ""}` },
      }),
    npmWasCalled: () => existsSync(path.join(folder, "npm-was-called")),
  };
}

describe.skipIf(process.platform === "win32")("a task right after git clone", () => {
  it("runs at once with its arguments where npm already brought everything in step", () => {
    const { run, npmWasCalled } = house({ version: "1.0.0" });
    expect(run("build", "--check").stdout).toBe("task ran --check\n");
    expect(npmWasCalled()).toBe(false);
  });

  it("puts the pinned Node first, so that no tool of the task runs on the system's", () => {
    const { run, put } = house({ version: "1.0.0" });
    put(
      "scripts/build.ts",
      'import { execSync } from "node:child_process";\nconsole.log(String(execSync("command -v node")));\n',
    );
    expect(run("build").stdout.trim()).toMatch(/node_modules\/node\/bin\/node$/);
  });

  it("installs first where nothing is installed, and says so in one line", () => {
    const { run, npmWasCalled } = house(null);
    expect(run("build").stderr.split("\n")[0]).toMatch(/^Installing the dependencies/);
    expect(npmWasCalled()).toBe(true);
  });

  it("installs first where another version lies there", () => {
    const { run, npmWasCalled } = house({ version: "0.9.0" });
    run("build");
    expect(npmWasCalled()).toBe(true);
  });

  it("shows what npm said and runs no task when the installation fails", () => {
    const { status, stdout, stderr } = house(null).run("build");
    expect(status).toBe(1);
    expect(stderr).toContain("broken");
    expect(stdout).not.toContain("task ran");
  });

  it("names the tasks when it knows none of that name", () => {
    const { status, stderr } = house({ version: "1.0.0" }).run("nonsense");
    expect(status).toBe(1);
    expect(stderr).toContain("demo, start, companion, test");
  });
});
