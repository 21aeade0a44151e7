#!/usr/bin/env node
/**
 * Runs a task right after `git clone`: with the system's Node (20 or later) and nothing installed yet. It installs the
 * locked dependencies when they are missing or other ones, then hands over to the Node that the project pins.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const TASKS = {
  demo: "scripts/demo.ts",
  start: "scripts/start.ts",
  companion: "src-companion/main.ts",
  test: "scripts/test.ts",
  check: "scripts/check.ts",
  build: "scripts/build.ts",
  bench: "scripts/bench.ts",
  soak: "scripts/soak.ts",
  mutants: "scripts/mutants.ts",
  package: "scripts/package.ts",
  docs: "scripts/docs.ts",
  pictures: "scripts/pictures.ts",
};

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, "node_modules");
const stampFile = path.join(modules, ".bellhop-installed");
const windows = process.platform === "win32";
const pinnedNode = path.join(modules, "node", "bin", windows ? "node.exe" : "node");

function giveUp(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function wantedStamp() {
  const hash = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")));
  return `${hash.digest("hex")} ${process.platform}-${process.arch}\n`;
}

function stampIsFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === wantedStamp();
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Whether npm itself brought node_modules in step with the lock, as `npm install` does; then nothing is to be done. */
function npmIsInStep() {
  const present = packagesIn(path.join(modules, ".package-lock.json"));
  return Object.entries(packagesIn(path.join(root, "package-lock.json"))).every(
    ([place, { version, optional }]) =>
      place === "" || optional === true || present[place]?.version === version,
  );
}

function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  if (stampIsFresh()) return true;
  if (!npmIsInStep()) return false;
  writeFileSync(stampFile, wantedStamp());
  return true;
}

/** Runs quietly; what it printed is shown only if it failed, because npm warns of every engine it doesn't know. */
function runQuietly(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, encoding: "utf8", shell: windows });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  giveUp(
    `${[command, ...args].join(" ")} failed${result.error ? `: ${result.error.message}` : ""}.`,
  );
}

function install() {
  process.stderr.write("Installing the dependencies (npm ci), about a minute…\n");
  // No install scripts: better-sqlite3 brings its binary but npm would compile it anew because of its binding.gyp.
  runQuietly("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], root);
  // The one script that is needed fetches the pinned Node for this machine.
  runQuietly(process.execPath, ["installArchSpecificPackage.js"], path.join(modules, "node"));
  writeFileSync(stampFile, wantedStamp());
}

/** The pinned Node before all: npm links no .bin/node when it runs no scripts, and tools take the first `node` there is. */
function pathForTasks() {
  const folders = [path.dirname(pinnedNode), path.join(modules, ".bin"), process.env.PATH ?? ""];
  return folders.join(path.delimiter);
}

function run(script, args) {
  const child = spawn(pinnedNode, [path.join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: pathForTasks() },
  });
  // Ctrl+C reaches the task by itself; this process stays until the task has cleaned up.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => giveUp(`The pinned Node does not start: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

const [task = "", ...args] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE)
  giveUp(`Bellhop needs Node ${OLDEST_NODE} or later to begin with; this is ${process.version}.`);
const script = TASKS[task];
if (script === undefined)
  giveUp(`Unknown task "${task}". There are: ${Object.keys(TASKS).join(", ")}.`);
if (!isInstalled()) install();
run(script, args);
