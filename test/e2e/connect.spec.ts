import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { openTab, test } from "./support/practice-desk.ts";

const EVENTS_SCOPE = "https://www.googleapis.com/auth/calendar.events";

async function askToConnect(desk: Page): Promise<void> {
  await openTab(desk, "Integrations");
  await desk.getByRole("button", { name: "Connect", exact: true }).click();
  await desk.getByRole("button", { name: "Sign in with Google" }).click();
}

async function accessible(desk: Page): Promise<void> {
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
}

test("services that are planned have nothing to press", async ({ desk }) => {
  await openTab(desk, "Integrations");
  for (const name of ["Microsoft 365 and Outlook", "Zoom", "Stripe", "Zapier"]) {
    const card = desk.getByRole("article").filter({ hasText: name });
    await expect(card).toContainText("Coming");
    await expect(card.getByRole("button")).toHaveCount(0);
  }
  await accessible(desk);
});

test("a refused permission is told, and trying again leads on", async ({ desk, practice }) => {
  practice.google.control.setConsent({ error: "access_denied" });
  await askToConnect(desk);
  await expect(desk.getByRole("heading", { name: "Permission was refused" })).toBeFocused();
  await accessible(desk);
  practice.google.control.setConsent({ error: undefined });
  await desk.getByRole("button", { name: "Try again" }).click();
  await expect(desk.getByRole("heading", { name: "Which calendar?" })).toBeVisible();
});

test("a box that was not ticked is named, and asked for again", async ({ desk, practice }) => {
  practice.google.control.setConsent({ untick: [EVENTS_SCOPE] });
  await askToConnect(desk);
  await expect(desk.getByRole("heading", { name: "A box was not ticked" })).toBeVisible();
  await expect(desk.getByText("See and change events in your calendars")).toBeVisible();
  practice.google.control.setConsent({ untick: [] });
  await desk.getByRole("button", { name: "Ask again" }).click();
  await expect(desk.getByRole("heading", { name: "Which calendar?" })).toBeVisible();
});

test("calendars that can’t be written to are shown with the reason", async ({ desk }) => {
  await askToConnect(desk);
  const readOnly = desk.getByRole("radio", { name: /Public holidays/ });
  await expect(readOnly).toBeDisabled();
  await expect(
    desk.getByText("Read-only: Google does not let this account write here"),
  ).toBeVisible();
  await expect(desk.getByRole("radio", { name: /Make a new calendar/ })).toBeChecked();
  await accessible(desk);
});
