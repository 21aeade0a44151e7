import type { Page } from "@playwright/test";
import { openScreen } from "./support/book.ts";
import { TODAY } from "./support/small-salon.ts";
import { expect, test } from "./support/test.ts";

const MARA_ID = "01990000-0000-7000-8000-000000000101";
const MARA = { is: "booking", id: MARA_ID, originalStart: null } as const;

/** Mara's booking in the pane. */
function shown(page: Page) {
  return page.getByRole("complementary").getByRole("heading", { name: "Mara Vogt" });
}

test("a link opens its booking, a link of a day the day", async ({ window, desk }) => {
  await expect(window.getByRole("button", { name: /^Mara Vogt/ })).toBeVisible();
  desk.openLink({ is: "day", date: "2026-11-27" });
  await expect(window.getByRole("heading", { name: /Friday/ })).toBeVisible();
  desk.openLink(MARA);
  await expect(shown(window)).toBeVisible();
  await expect(window.getByRole("heading", { name: /Wednesday/ })).toBeVisible();
});

test("a link that opened the app is followed as soon as the window is there", async ({
  page,
  desk,
}) => {
  desk.openLink(MARA);
  await page.clock.install({ time: desk.time.clock.now() });
  await page.goto(desk.host.url);
  await expect(shown(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Mara Vogt/ })).toBeVisible();
  await expect(shown(page)).toBeHidden();
});

test("a link to a booking that is not here says so and changes nothing", async ({
  window,
  desk,
}) => {
  await expect(window.getByRole("button", { name: /^Mara Vogt/ })).toBeVisible();
  desk.openLink({ ...MARA, id: "01990000-0000-7000-8000-00000000dead" });
  await expect(window.getByText("This is not there any more.")).toBeVisible();
  expect(
    (await desk.bridge.call("schedule.get", { from: TODAY, to: "2026-11-26" })).bookings,
  ).toHaveLength(3);
});

test("a link takes nothing from somebody who types: it only offers to go there", async ({
  window,
  desk,
}) => {
  await expect(window.getByRole("button", { name: /^Mara Vogt/ })).toBeVisible();
  await window.keyboard.press("c");
  const form = window.getByRole("dialog", { name: "New booking" });
  await form.getByLabel("Customer: name, phone or e-mail").fill("Somebody new");
  desk.openLink(MARA);
  await expect(window.getByText("A link leads to a booking.")).toBeVisible();
  await expect(form.getByLabel("Customer: name, phone or e-mail")).toHaveValue("Somebody new");
  await window.keyboard.press("Escape");
  await window.keyboard.press("Escape");
  await openScreen(window, "Settings");
  desk.openLink(MARA);
  await window.getByRole("button", { name: "Show it" }).click();
  await expect(shown(window)).toBeVisible();
});
