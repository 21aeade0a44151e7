import { AxeBuilder } from "@axe-core/playwright";
import { openScreen } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

const NEW = {
  onClose: "ask",
  atLogin: "off",
  askedAboutLogin: false,
  settingsSetAside: false,
} as const;

test("what closing means and whether it starts with the computer are chosen in the settings", async ({
  window,
  desk,
}) => {
  desk.hostLife.become({ ...NEW, askedAboutLogin: true });
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "This computer" }).click();
  await expect(window.getByRole("radio", { name: "Ask" })).toBeChecked();
  await window.getByText("Keep running beside the clock").click();
  await expect.poll(() => desk.hostLife.read().onClose).toBe("tray");
  await window.getByText("Start Bellhop with this computer").click();
  await expect.poll(() => desk.hostLife.read().atLogin).toBe("on");
  const { violations } = await new AxeBuilder({ page: window }).include("main").analyze();
  expect(violations).toEqual([]);
});

test("where macOS wants to be asked, that is said, with the way there", async ({
  window,
  desk,
}) => {
  desk.hostLife.become({ ...NEW, onClose: null, atLogin: "needsApproval" });
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "This computer" }).click();
  await expect(window.getByText("macOS has not allowed it yet")).toBeVisible();
  await expect(window.getByRole("radio")).toHaveCount(0);
  await window.getByRole("button", { name: "Open Login Items" }).click();
  await expect.poll(() => desk.hostLife.listOpened()).toBe(1);
});

test("in a browser there is nothing to choose but what notices tell", async ({ window, desk }) => {
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "This computer" }).click();
  await window.getByText("Name the customer in a notice").click();
  await expect
    .poll(async () => (await desk.bridge.call("preferences.get", {})).noticeNames)
    .toBe(true);
  await expect(window.getByRole("radio")).toHaveCount(0);
  await expect(window.getByText("Start Bellhop with this computer")).toHaveCount(0);
});

test("arrivals are told only where somebody asked for it, and not while notices are off", async ({
  window,
  desk,
}, info) => {
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "This computer" }).click();
  const arrivals = window.getByRole("switch", { name: "Also when a customer has arrived" });
  await expect(arrivals).not.toBeChecked();
  await window.getByText("Also when a customer has arrived").click();
  await expect
    .poll(async () => (await desk.bridge.call("preferences.get", {})).noticeArrivals)
    .toBe(true);
  await window.screenshot({ path: info.outputPath("notices.png") });
  await window.getByText("Tell about online bookings").click();
  await expect(arrivals).toBeDisabled();
});

test("the schedule asks once whether to start with the computer, and takes a No", async ({
  window,
  desk,
}) => {
  desk.hostLife.become(NEW);
  await window.reload();
  const foot = window.locator("footer.foot");
  await expect(foot).toContainText("Start Bellhop with this computer?");
  await foot.getByRole("button", { name: "No" }).click();
  await expect(foot).not.toContainText("Start Bellhop with this computer?");
  expect(desk.hostLife.read()).toMatchObject({ atLogin: "off", askedAboutLogin: true });
  await window.reload();
  await expect(window.getByText("Times in Berlin")).toBeVisible();
  await expect(foot).not.toContainText("Start Bellhop with this computer?");
});

test("settings that could not be read are said to be kept aside", async ({ window, desk }) => {
  desk.hostLife.become({ ...NEW, settingsSetAside: true });
  await window.reload();
  const said = window.getByText("The settings of the window could not be read.");
  await expect(said).toBeVisible();
  await said.getByRole("button", { name: "Close" }).click();
  await expect(said).toHaveCount(0);
  expect(desk.hostLife.read().settingsSetAside).toBe(false);
});
