import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const docs = path.resolve(import.meta.dirname, "../../../docs");
const page = (name: string): string => readFileSync(path.join(docs, name), "utf8");

it("accounts.md leads through what an owner has to do at Google and Facebook", () => {
  const accounts = page("accounts.md");
  for (const topic of [
    /consent screen/i,
    /auth\/calendar\.events|calendar\.events/,
    /verification/i,
    /7 days/,
    /public_profile/,
    /Data Use Checkup/,
  ])
    expect(accounts).toMatch(topic);
});

it("release.md has a list to tick for Windows, macOS and Linux", () => {
  const ticks = page("release.md")
    .split("\n")
    .filter((line) => line.startsWith("- [ ] "))
    .join("\n");
  for (const topic of [/Windows/, /macOS/, /start at login/i, /tray|bell/i, /notice/i, /keychain/i])
    expect(ticks).toMatch(topic);
});

it("security.md answers what the foreign analyser found", () => {
  const found = page("security.md")
    .split("\n")
    .filter((line) => /^\| `[A-Z_]+_(?:CHECK|JSON_CHECK)`/.test(line));
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) expect(line.split("|")[2]?.trim()).not.toBe("");
});
