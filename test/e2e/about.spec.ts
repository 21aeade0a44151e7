import { AxeBuilder } from "@axe-core/playwright";
import type { UpdateStatus } from "../../src-shared/update-status.ts";
import { openScreen } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

const AT = "2026-11-25T09:30:00.000Z";
const failed = (trouble: Extract<UpdateStatus, { is: "failed" }>["trouble"]): UpdateStatus => ({
  is: "failed",
  trouble,
  ready: trouble === "backupFailed" ? "0.2.0" : null,
  at: AT,
});

const STATES: readonly (readonly [
  UpdateStatus,
  RegExp,
  "Look now" | "Restart to update" | null,
])[] = [
  [{ is: "off", because: "browser" }, /runs in the browser/, null],
  [{ is: "off", because: "noFeed" }, /built without an address for updates/, null],
  [{ is: "off", because: "notInstalled" }, /was not installed/, null],
  [{ is: "idle", checkedAt: null }, /a minute after its start/, "Look now"],
  [{ is: "idle", checkedAt: AT }, /newest version\. Last look 10:30\./, "Look now"],
  [{ is: "checking" }, /Looking for a newer version/, null],
  [{ is: "downloading", version: "0.2.0", percent: 40 }, /0\.2\.0 is being fetched: 40 %/, null],
  [{ is: "ready", version: "0.2.0" }, /0\.2\.0 is ready\./, "Restart to update"],
  [{ is: "installing", version: "0.2.0" }, /0\.2\.0 is being installed/, null],
  [failed("offline"), /could not be reached/, "Look now"],
  [failed("feedUnreadable"), /can’t be read/, "Look now"],
  [failed("refused"), /not a genuine Bellhop and was thrown away/, "Look now"],
  [failed("noSpace"), /not enough room/, "Look now"],
  [failed("backupFailed"), /could not be copied aside/, "Restart to update"],
];

test("the settings say how far the update is, in each of its states, with the one button", async ({
  window,
  desk,
}, info) => {
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "About" }).click();
  const main = window.getByRole("main");
  await expect(main).toContainText("1.2.3");
  for (const [status, text, button] of STATES) {
    desk.updates.become(status);
    await expect(main).toContainText(text);
    await expect(main.getByRole("button")).toHaveText(button === null ? [] : [button]);
    const name = "trouble" in status ? status.trouble : status.is;
    await window.screenshot({ path: info.outputPath(`${name}.png`) });
  }
  expect((await new AxeBuilder({ page: window }).analyze()).violations).toEqual([]);
});

test("a newer version is one quiet line at the foot of the schedule; the restart is asked for in the settings", async ({
  window,
  desk,
}, info) => {
  await expect(window.getByText("Up to date").first()).toBeVisible();
  desk.updates.become({ is: "ready", version: "0.2.0" });
  const foot = window.locator(".foot");
  await expect(foot).toContainText("Bellhop 0.2.0 is ready.");
  await window.screenshot({ path: info.outputPath("foot.png") });
  expect(desk.updates.asked).toEqual([]);
  await foot.getByRole("button", { name: "Details" }).focus();
  await window.keyboard.press("Enter");
  await window.getByRole("button", { name: "Restart to update" }).focus();
  await window.keyboard.press("Enter");
  await expect.poll(() => desk.updates.asked).toEqual(["restart"]);
  desk.updates.become({ is: "idle", checkedAt: AT });
  await window.getByRole("button", { name: "Look now" }).click();
  await expect.poll(() => desk.updates.asked).toEqual(["restart", "check"]);
});
