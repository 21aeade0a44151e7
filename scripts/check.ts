import { spawnSync } from "node:child_process";

/** What `npm run check` looks at, cheapest first. Architecture is part of the lint rules. */
const CHECKS = [
  { name: "format", command: "oxfmt", args: ["--check"] },
  { name: "lint and architecture", command: "oxlint", args: ["--deny-warnings"] },
  { name: "types", command: "tsc", args: ["-p", "."] },
  { name: "dead code", command: "knip", args: ["--no-progress"] },
] as const;

const failed = CHECKS.filter(({ name, command, args }) => {
  const startedAt = performance.now();
  const result = spawnSync(command, args, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const ok = result.status === 0;
  console.log(`${ok ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (!ok) console.log(`${result.stdout}${result.stderr}${result.error?.message ?? ""}`);
  return !ok;
});

if (failed.length > 0) {
  console.log(`Check failed: ${failed.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 1;
}
