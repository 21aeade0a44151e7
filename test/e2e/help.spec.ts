import { readFileSync } from "node:fs";
import { openScreen, titleBar } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

const ACCOUNT = "desk@salon.example";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

test("the checks run by themselves and say that all is well (S17, D12)", async ({ window }) => {
  await openScreen(window, "Help");
  await expect(window.getByRole("heading", { name: "Everything is well" })).toBeVisible();
  const checks = window.getByRole("list", { name: "Checks" });
  await expect(checks.getByRole("listitem")).toHaveCount(10);
  await expect(checks).toContainText("Google answers in");
  await expect(checks).not.toContainText("needs you");
});

test("a grant that was taken away is found, and the button at it leads to the sign-in", async ({
  window,
  desk,
}) => {
  desk.google.control.revokeGrant(ACCOUNT);
  await openScreen(window, "Help");
  await expect(window.getByRole("heading", { name: "One thing needs you" })).toBeVisible();
  const check = window.getByRole("listitem").filter({ hasText: "Google lets Bellhop in" });
  await expect(check).toContainText("Google ended the sign-in.");
  await check.getByRole("button", { name: "Sign in again" }).click();
  await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeVisible();
});

test("the diagnostics can be looked at, copied and saved, and name nobody", async ({ window }) => {
  await window.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openScreen(window, "Help");
  await window.getByRole("button", { name: "Look inside" }).click();
  const inside = window.getByRole("dialog", { name: "What the report says" });
  await expect(inside).toContainText("## Sync");
  await window.keyboard.press("Escape");
  await expect(inside).toBeHidden();

  await window.getByRole("button", { name: "Copy diagnostics" }).click();
  await expect(window.getByText("The diagnostics are copied.")).toBeVisible();
  const copied = await window.evaluate(() => navigator.clipboard.readText());
  const download = window.waitForEvent("download");
  await window.getByRole("button", { name: "Save report" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("bellhop-report-2026-11-25.txt");
  for (const text of [copied, readFileSync(await saved.path(), "utf8")]) {
    expect(text).toContain("network: fine, answers");
    expect(text).not.toMatch(/Esra|Mara|Henrike|Anna|salon\.example|\+49/);
  }
});
