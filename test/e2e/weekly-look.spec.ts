import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { connect } from "../../scripts/practice/practice.ts";
import { openTab, test } from "./support/practice-desk.ts";

const DAY_MS = 86_400_000;
const ASK = "Weekly look at the sync is due";

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

/** The window hears that the calendar has been connected for that long. */
async function connectedFor(desk: Page, days: number): Promise<void> {
  await desk.route("**/bridge/google.connection", async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const body = text.replace(/"connectedAt":"[^"]+"/, `"connectedAt":"${daysAgo(days)}"`);
    await route.fulfill({ response: answer, body });
  });
}

test("once a week a quiet line asks to look at the sync, until somebody looked or switched it off", async ({
  desk,
  practice,
}) => {
  const ask = desk.getByRole("button", { name: ASK });
  const upToDate = desk.getByText(/Google Calendar up to date/);
  const lastLook = async (days: number): Promise<void> => {
    await practice.bridge.call("preferences.set", { syncLookedAt: daysAgo(days) });
    const connectionRead = desk.waitForResponse("**/bridge/google.connection");
    await desk.reload();
    await connectionRead;
    await expect(upToDate).toBeVisible();
  };
  await practice.bridge.call("sync.setRules", { maxEvents: 10 });
  await connect(practice);
  await connectedFor(desk, 30);

  await lastLook(6);
  await expect(ask).toBeHidden();
  await lastLook(8);
  await expect(ask).toBeVisible();
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
  await desk.getByRole("button", { name: "Not now, remind in a week" }).click();
  await expect(ask).toBeHidden();

  await lastLook(8);
  await ask.click();
  await expect(desk.getByRole("heading", { name: "Google Calendar" })).toBeVisible();
  await openTab(desk, "Schedule");
  await expect(upToDate).toBeVisible();
  await expect(ask).toBeHidden();

  await lastLook(8);
  await ask.click();
  await desk.getByText("Remind once a week to look here").click();
  await expect
    .poll(async () => (await practice.bridge.call("preferences.get", {})).syncReminder)
    .toBe(false);
  await lastLook(8);
  await expect(ask).toBeHidden();
});
