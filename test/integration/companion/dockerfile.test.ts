import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { startCompanionProcess } from "../../fixtures/companion/process.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const read = (name: string): string => readFileSync(path.join(ROOT, name), "utf8");

/** Instruction and its text, in order; continued lines are one. */
const INSTRUCTIONS = read("Dockerfile")
  .replaceAll("\\\n", " ")
  .split("\n")
  .flatMap((line) => {
    const found = /^([A-Z]+)\s+(.+)$/.exec(line);
    return found === null ? [] : [{ name: found[1] ?? "", text: found[2] ?? "" }];
  });

const textsOf = (name: string): readonly string[] =>
  INSTRUCTIONS.filter((one) => one.name === name).map(({ text }) => text);

const COPIED = textsOf("COPY").flatMap((text) => text.split(/\s+/).slice(0, -1));

it("The image begins with the Node that the project pins, by its exact version", () => {
  const { devDependencies } = JSON.parse(read("package.json")) as {
    devDependencies: Record<string, string>;
  };
  expect(textsOf("FROM")).toEqual([`node:${devDependencies["node"]}-bookworm-slim`]);
});

it("The image runs as a user without rights and says how it feels", () => {
  expect(textsOf("USER")).toEqual(["node"]);
  const order = INSTRUCTIONS.map(({ name }) => name);
  expect(order.lastIndexOf("RUN")).toBeLessThan(order.indexOf("USER"));
  const [check = ""] = textsOf("HEALTHCHECK");
  expect(check).toContain(":8787/healthz");
  expect(textsOf("ENV").join(" ")).toContain("COMPANION_PORT=8787");
});

it("Every file that is copied exists and is let through, and nothing with a secret is", () => {
  const passed = read(".dockerignore").split("\n");
  expect(passed[0]).toBe("*");
  expect(COPIED.map((name) => `!${name}`).toSorted()).toEqual(
    passed.filter((line) => line.startsWith("!")).toSorted(),
  );
  for (const name of COPIED) expect(existsSync(path.join(ROOT, name)), name).toBe(true);
});

it("What is copied is all that the companion needs to run", async () => {
  const app = tempFolder();
  for (const name of COPIED)
    cpSync(path.join(ROOT, name), path.join(app, name), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(app, "node_modules"));
  const [command = "[]"] = textsOf("CMD");
  const [, main = ""] = JSON.parse(command) as string[];
  const running = startCompanionProcess(
    { COMPANION_URL: "http://127.0.0.1:8787" },
    path.join(app, main),
  );
  const { port } = await running.event("companion.started");
  for (const name of ["healthz", "readyz", "sign-in", "assets/tokens.css"])
    expect((await fetch(`http://127.0.0.1:${port}/${name}`)).status, name).toBe(200);
  running.child.kill("SIGTERM");
  expect(await running.ended).toBe(0);
});
