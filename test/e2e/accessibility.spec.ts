import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import { onGrid, openScreen, slotAt } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { TODAY, ZONE } from "./support/small-salon.ts";
import { expect, test } from "./support/test.ts";

interface Place {
  readonly name: string;
  readonly open: (window: Page, desk: TestDesk) => Promise<void>;
}

async function openBooking(window: Page): Promise<void> {
  await onGrid(window, /^Mara Vogt/).click();
  await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
}

async function openPlace(window: Page, name: string): Promise<void> {
  await openScreen(window, name);
  await expect(window.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function openGoogle(window: Page): Promise<void> {
  await openScreen(window, "Integrations");
  await window.getByRole("button", { name: "Open Google Calendar" }).click();
}

const section = (name: string): Place => ({
  name: `settings, ${name}`,
  open: async (window) => {
    await openScreen(window, "Settings");
    await window.getByRole("button", { name, exact: true }).click();
    await expect(window.getByRole("main").getByRole("heading", { name })).toBeVisible();
  },
});

const PLACES: readonly Place[] = [
  { name: "the schedule", open: () => Promise.resolve() },
  { name: "a booking in the pane", open: openBooking },
  {
    name: "a booking being edited",
    open: async (window) => {
      await openBooking(window);
      await window.getByRole("button", { name: /^Edit/ }).click();
      await expect(window.getByLabel("From")).toBeVisible();
    },
  },
  {
    name: "a new booking over a taken time",
    open: async (window) => {
      const { x, y } = await slotAt(window, "Clara Weiss", "12:30");
      await window.mouse.click(x, y);
      await expect(window.getByRole("dialog", { name: "New booking" })).toContainText("Overlaps");
    },
  },
  {
    name: "a booking being cancelled",
    open: async (window) => {
      await openBooking(window);
      await window.getByRole("button", { name: "Cancel…" }).click();
      await expect(window.getByRole("alertdialog")).toBeVisible();
    },
  },
  {
    name: "the search",
    open: async (window) => {
      await window.keyboard.press("/");
      await window.keyboard.type("a");
      await expect(window.getByRole("option").first()).toBeVisible();
    },
  },
  { name: "the integrations", open: (window) => openPlace(window, "Integrations") },
  { name: "Google Calendar in detail", open: openGoogle },
  {
    name: "the question before disconnecting",
    open: async (window) => {
      await openGoogle(window);
      await window.getByRole("button", { name: "Disconnect…" }).click();
      await expect(window.getByRole("alertdialog")).toContainText("bookings stay");
    },
  },
  {
    name: "the choice of a calendar",
    open: async (window) => {
      await openGoogle(window);
      await window.getByRole("button", { name: "Choose another calendar…" }).click();
      await expect(window.getByRole("radio", { name: "Public holidays" })).toBeDisabled();
    },
  },
  ...["Name and place", "Opening hours", "Closures", "Services", "Staff", "Appearance"].map(
    section,
  ),
  {
    name: "a customer",
    open: async (window) => {
      await openScreen(window, "Customers");
      await window.getByRole("main").getByText("Mara Vogt").click();
      await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
    },
  },
  {
    name: "the help, when its checks have run",
    open: async (window) => {
      await openScreen(window, "Help");
      await expect(window.getByRole("button", { name: "Check again" })).toBeEnabled();
      await expect(window.getByRole("list", { name: "Checks" }).getByRole("listitem")).toHaveCount(
        10,
      );
    },
  },
  {
    name: "the way to a connection",
    open: async (window, desk) => {
      await desk.bridge.call("google.disconnect", { events: "leave", blocks: "remove" });
      await openScreen(window, "Integrations");
      await window.getByRole("button", { name: "Connect", exact: true }).click();
      await expect(window.getByRole("button", { name: "Sign in with Google" })).toBeVisible();
    },
  },
];

async function violationsIn(window: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("no place breaks a rule of WCAG 2.2 AA that a program can check (D11)", async ({
      window,
      desk,
    }) => {
      test.slow();
      const bank = { summary: "Bank", ...timesOn(TODAY, "15:00", "16:00", ZONE) };
      desk.google.control.createEvent(PRACTICE_CALENDAR, bank);
      await desk.bridge.call("sync.now", {});
      for (const { name, open } of PLACES) {
        await test.step(name, async () => {
          await window.reload();
          await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
          await open(window, desk);
          expect.soft(await violationsIn(window), name).toEqual([]);
        });
      }
    });
  });
}
