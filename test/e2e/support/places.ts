import type { Page } from "@playwright/test";
import { onGrid, openScreen, slotAt } from "./book.ts";
import type { TestDesk } from "./desk.ts";
import { expect } from "./test.ts";

/** A screen, a part of one or a dialog, and the way to it from the schedule. */
export interface Place {
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

const press = (name: string, key: string, dialog: string): Place => ({
  name,
  open: async (window) => {
    await window.keyboard.press(key);
    await expect(window.getByRole("dialog", { name: dialog })).toBeVisible();
  },
});

/** By the button of the schedule that opens a dialog. */
const behind = (button: string, dialog: RegExp): Place => ({
  name: `“${button}”`,
  open: async (window) => {
    await window.getByRole("button", { name: button, exact: true }).click();
    await expect(window.getByRole("dialog", { name: dialog })).toBeVisible();
  },
});

const ofGoogle = (button: string, dialog: RegExp): Place => ({
  name: `Google Calendar, “${button}”`,
  open: async (window) => {
    await openGoogle(window);
    await window.getByRole("button", { name: button }).click();
    await expect(window.getByRole("dialog", { name: dialog })).toBeVisible();
  },
});

/** Every screen, every part of one and the dialogs that open at once, by where they belong. */
export const PLACES = {
  schedule: [
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
    press("the keys", "?", "Keys"),
    press("a block being made", "b", "Block time"),
    press("a walk-in", "Shift+C", "Walk-in, from now"),
    behind("Print the day", /^Print /),
    behind("Columns and size", /^Columns and size$/),
    behind("Find a free time", /free/i),
  ],
  integrations: [
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
    ofGoogle("Change rules", /^Change rules$/),
    ofGoogle("Full re-sync…", /^Compare everything/),
    {
      name: "online booking",
      open: async (window) => {
        await openScreen(window, "Integrations");
        await window.getByRole("button", { name: "Set up" }).click();
        await expect(window.getByLabel("Address of the companion")).toBeVisible();
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
  ],
  others: [
    ...[
      "Name and place",
      "Opening hours",
      "Closures and days off",
      "Services",
      "Staff",
      "Appearance",
      "About",
    ].map(section),
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
        await expect(
          window.getByRole("list", { name: "Checks" }).getByRole("listitem"),
        ).toHaveCount(10);
      },
    },
  ],
} satisfies Record<string, readonly Place[]>;
