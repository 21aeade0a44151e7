import type { Locator, Page } from "@playwright/test";
import { choose, columnOf, draw, moveTo, onGrid, slotAt, titleBar } from "./support/book.ts";
import { eventsIn, expect, test, timesIn } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

const FIRST = ["Esra Yıldız 10:00-10:45", "Mara Vogt 12:00-12:30", "Henrike Voß 13:00-14:30"];

function newBooking(window: Page): Locator {
  return window.getByRole("dialog", { name: "New booking" });
}

test("a click on a free time books it, and the event stands in Google (S1, S8, D2)", async ({
  window,
  desk,
}) => {
  const { x, y } = await slotAt(window, "Anna Lindqvist", "12:15");
  await window.mouse.click(x, y);
  const form = newBooking(window);
  await expect(form.getByLabel("From")).toHaveValue("12:15");
  await form.getByLabel("Customer: name, phone or e-mail").fill("001");
  await window.getByRole("option", { name: "Esra Yıldız" }).click();
  await choose(form, "Service", "Gloss & tone");
  await form.getByRole("button", { name: "More…" }).click();
  await form.getByLabel("Note for the desk").fill("Bring the chart");
  await form.getByRole("button", { name: /^Book( Enter)?$/ }).click();

  await expect(onGrid(window, "Esra Yıldız, Gloss & tone, 12:15 to 13:00")).toBeVisible();
  await expect.poll(() => timesIn(desk)).toEqual([...FIRST, "Esra Yıldız 12:15-13:00"]);
  const event = eventsIn(desk).at(-1);
  expect(event?.description).toContain("Gloss & tone");
  expect(event?.description).toContain("Bring the chart");
  expect(JSON.stringify(event)).not.toContain("23125");
});

test("a drawn stretch is booked as drawn, for somebody new (D2, D3)", async ({ window, desk }) => {
  await draw(window, "Deniz Aydın", "13:00", "14:15");
  const form = newBooking(window);
  await expect(form.getByLabel("From")).toHaveValue("13:00");
  await expect(form.getByLabel("To", { exact: true })).toHaveValue("14:15");
  await form.getByLabel("Customer: name, phone or e-mail").fill("Wiebke Janssen");
  await window.getByRole("option", { name: "New customer “Wiebke Janssen”" }).click();
  await choose(form, "Service", "Cut & finish");
  await form.getByRole("button", { name: /^Book( Enter)?$/ }).click();

  await expect(onGrid(window, "Wiebke Janssen, Cut & finish, 13:00 to 14:15")).toBeVisible();
  await expect.poll(() => timesIn(desk)).toEqual([...FIRST, "Wiebke Janssen 13:00-14:15"]);
});

test("a walk-in starts now with somebody who is free (D2)", async ({ window, desk }) => {
  await window.getByRole("button", { name: "Walk-in" }).click();
  const form = window.getByRole("dialog", { name: "Walk-in, from now" });
  await choose(form, "Service", "Manicure");
  await form.getByRole("button", { name: "Book walk-in" }).click();

  await expect(onGrid(window, /^Walk-in, Manicure, 11:0\d to .* with Frida Holm$/)).toBeVisible();
  await expect.poll(() => timesIn(desk)).toHaveLength(4);
  expect(eventsIn(desk).at(-1)?.summary).toBe("Walk-in");
});

test("a drag takes a booking to another time and person (S2, D2)", async ({ window, desk }) => {
  await moveTo(window, onGrid(window, /^Mara Vogt/), "Jonas Reuter", "13:30");
  await expect(
    onGrid(window, "Mara Vogt, Short cut, 13:30 to 14:00, Confirmed, with Jonas Reuter"),
  ).toBeVisible();
  await expect(columnOf(window, "Ben Okafor")).toHaveAccessibleName(/no bookings/);
  await expect.poll(() => timesIn(desk)).toContain("Mara Vogt 13:30-14:00");

  await window.getByRole("button", { name: "Undo" }).click();
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30/)).toBeVisible();
  await expect.poll(() => timesIn(desk)).toEqual(FIRST);
});

test("an edit of time, service and note changes the event (S2)", async ({ window, desk }) => {
  await onGrid(window, /^Henrike Voß/).click();
  await window.getByRole("button", { name: /^Edit/ }).click();
  const pane = window.getByRole("complementary", { name: "Beside the schedule" });
  await choose(pane, "Service", "Cut & finish");
  await pane.getByLabel("From").fill("14:00");
  await pane.getByLabel("From").press("Enter");
  await pane.getByLabel("Note of the customer").fill("Fringe only");
  await pane.getByRole("button", { name: "Save" }).click();

  await expect(onGrid(window, /^Henrike Voß, Cut & finish, 14:00 to/)).toBeVisible();
  await expect.poll(() => timesIn(desk).join()).toContain("Henrike Voß 14:00");
  const changed = eventsIn(desk).find(({ summary }) => summary === "Henrike Voß");
  expect(changed?.description).toContain("Cut & finish");
  expect(changed?.description).toContain("Fringe only");
});

test("a status goes forward and back, and costs Google nothing it need not know (D4)", async ({
  window,
}) => {
  await onGrid(window, /^Mara Vogt/).click();
  const steps = window.getByRole("group", { name: "Status" });
  await steps.getByRole("button", { name: "Arrived" }).click();
  await expect(onGrid(window, /^Mara Vogt, .*, Arrived,/)).toBeVisible();
  await steps.getByRole("button", { name: "In service" }).click();
  await expect(onGrid(window, /^Mara Vogt, .*, In service,/)).toBeVisible();
  await steps.getByRole("button", { name: "Booked" }).click();
  await expect(onGrid(window, /^Mara Vogt, .*, Booked,/)).toBeVisible();
  await expect(steps.getByRole("button", { name: "Booked" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("a cancelled booking leaves Google, and comes back with Undo (S3)", async ({
  window,
  desk,
}) => {
  await onGrid(window, /^Mara Vogt/).click();
  await window.getByRole("button", { name: "Cancel…" }).click();
  const dialog = window.getByRole("alertdialog", { name: "Cancel the booking of Mara Vogt?" });
  await expect(dialog).toContainText("Its event goes from Google Calendar too.");
  await dialog.getByLabel("Reason").fill("Ill");
  await dialog.getByRole("button", { name: "Cancel booking" }).click();
  await expect(onGrid(window, /^Mara Vogt/)).toBeHidden();
  await expect.poll(() => timesIn(desk).join()).not.toContain("Mara Vogt");

  await window.getByRole("button", { name: "Undo" }).click();
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30, Confirmed/)).toBeVisible();
  await expect.poll(() => timesIn(desk)).toContain("Mara Vogt 12:00-12:30");
  expect(timesIn(desk)).toHaveLength(3);
});

test("a taken time is warned of with its reason, and may be booked anyway (D6)", async ({
  window,
  desk,
}) => {
  await draw(window, "Clara Weiss", "12:30", "13:30");
  const form = newBooking(window);
  await form.getByLabel("Customer: name, phone or e-mail").fill("Theo");
  await window.getByRole("option", { name: "Theo Amara" }).click();
  await choose(form, "Service", "Blow-dry");
  await expect(form).toContainText("Overlaps Henrike Voß");
  await form.getByRole("button", { name: "Book anyway" }).click();
  await expect(
    onGrid(window, /^Theo Amara, Blow-dry, 12:30 to 13:30, .* overlaps another booking$/),
  ).toBeVisible();
  await expect.poll(() => timesIn(desk)).toContain("Theo Amara 12:30-13:30");
});
