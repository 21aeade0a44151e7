import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../scripts/practice/google-events.ts";
import { connect, type Practice } from "../../scripts/practice/practice.ts";
import type { WireEvent } from "../../simulators/google/index.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import { toInstant } from "../../src-shared/time/zones.ts";
import { choose } from "./support/book.ts";
import { openTab, test } from "./support/practice-desk.ts";

/** The whole salon would take minutes at the pace that Google allows. */
const FEW = 40;
const HOUR_MS = 3_600_000;

async function accessible(desk: Page): Promise<void> {
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
}

/** The page of the connected calendar, when desk and calendar are in step. */
async function openDetail(desk: Page, practice: Practice): Promise<void> {
  await practice.bridge.call("sync.setRules", { maxEvents: FEW });
  await connect(practice);
  await openTab(desk, "Integrations");
  await desk.getByRole("button", { name: "Open Google Calendar" }).click();
  await inStep(practice);
}

async function inStep({ bridge }: Practice): Promise<void> {
  await expect
    .poll(async () => {
      const { state, counts } = await bridge.call("sync.status", {});
      return state.is === "idle" && state.lastCompleteAt !== null && counts.linked >= FEW;
    })
    .toBe(true);
}

const TAKEN: ReadonlySet<string> = new Set(["booking", "block", "googleBusy"]);

/** Makes a booking soon, with a free hour after it to move into, and waits until it is in Google. */
async function movable(practice: Practice): Promise<ScheduledBooking> {
  const { bridge } = practice;
  const [service] = await bridge.call("service.list", {});
  const staff = await bridge.call("staff.list", {});
  const thisHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  for (let ahead = 1; ahead < 24; ahead += 1)
    for (const { id: staffId } of staff) {
      const start = toInstant(thisHour + ahead * HOUR_MS);
      const place = { staffId, start, durationMinutes: 120, ignoreBookingId: null };
      const { conflicts } = await bridge.call("booking.check", place);
      if (conflicts.some(({ kind }) => TAKEN.has(kind))) continue;
      const booking = await bridge.call("booking.create", {
        id: randomUUID(),
        anyway: true,
        booking: {
          staffId,
          start,
          serviceId: service?.id ?? "",
          durationMinutes: 45,
          customer: {
            is: "new",
            fields: { name: "Mara Vogt", phone: "", email: "", notes: "", alert: "" },
          },
          walkIn: false,
          customerNotes: "",
          deskNotes: "",
          priceMinor: null,
        },
      });
      await expect.poll(() => findEvent(practice, booking)).toBeDefined();
      return booking;
    }
  throw new Error("Nobody has two free hours today.");
}

function findEvent({ google }: Practice, booking: ScheduledBooking): WireEvent | undefined {
  return google.control
    .events(PRACTICE_CALENDAR)
    .find(({ extendedProperties }) =>
      JSON.stringify(extendedProperties ?? {}).includes(booking.id),
    );
}

function eventOf(practice: Practice, booking: ScheduledBooking): WireEvent {
  const event = findEvent(practice, booking);
  if (event === undefined) throw new Error("The booking has no event.");
  return event;
}

function timesFrom(booking: ScheduledBooking, shiftMs: number) {
  const at = (instant: string) => ({
    dateTime: toInstant(Date.parse(instant) + shiftMs),
    timeZone: booking.zone,
  });
  return { start: at(booking.start), end: at(booking.end) };
}

async function startOf({ bridge }: Practice, { id }: ScheduledBooking): Promise<string> {
  return (await bridge.call("booking.get", { id })).booking.start;
}

test("the rules are changed beside where they stand, and say what they leave out", async ({
  desk,
  practice,
}, info) => {
  await openDetail(desk, practice);
  const rules = desk.getByRole("complementary");
  await expect(rules).toContainText("The booking moves, if free");
  await desk.getByRole("button", { name: "Change rules" }).click();
  const form = desk.getByRole("dialog", { name: "Change rules" });
  await choose(form, "Events are called", "“Booked”");
  await choose(form, "All-day events", "Leave the day free");
  await form.getByText("Asks you first").click();
  await form.getByText("Shown with titles").click();
  await form.getByLabel("Bookings kept in Google, at most").fill("5");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("A whole number from 10 to 10,000")).toBeVisible();
  await desk.screenshot({ path: info.outputPath("rules.png") });
  await accessible(desk);
  await form.getByLabel("Bookings kept in Google, at most").fill("50");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(rules).toContainText("Asks you first");
  await expect(rules).toContainText("Shown with titles");
  await expect(rules).toContainText("The nearest 50");
  await expect(desk.getByText(/\d+ bookings are not in Google/)).toBeVisible();
  await expect(rules).toContainText("“Booked”");
  await expect(rules).toContainText("Leave the day free");
  expect(await practice.bridge.call("sync.rules", {})).toEqual({
    direction: "both",
    titles: "booked",
    allDay: "free",
    moves: "ask",
    showDetails: true,
    maxEvents: 50,
  });
});

test("a move in Google that is asked about follows the answer, whichever it is", async ({
  desk,
  practice,
}) => {
  await openDetail(desk, practice);
  await practice.bridge.call("sync.setRules", { moves: "ask" });
  const booking = await movable(practice);
  const event = eventOf(practice, booking);
  const moveInGoogle = async (): Promise<void> => {
    practice.google.control.patchEvent(
      PRACTICE_CALENDAR,
      event.id ?? "",
      timesFrom(booking, HOUR_MS),
    );
    await practice.bridge.call("sync.now", {});
  };
  const eventStart = (): number =>
    Date.parse(
      practice.google.control.event(PRACTICE_CALENDAR, event.id ?? "")?.start?.dateTime ?? "",
    );

  await moveInGoogle();
  await expect(desk.getByText(/Moved in Google to .* Should the booking move too\?/)).toBeVisible();
  expect(await startOf(practice, booking)).toBe(booking.start);
  await accessible(desk);
  await desk.getByRole("button", { name: /^Put Google back/ }).click();
  await expect.poll(eventStart).toBe(Date.parse(booking.start));
  await expect(desk.getByRole("button", { name: /^Put Google back/ })).toBeHidden();

  await moveInGoogle();
  await desk.getByRole("button", { name: /^Move the booking of/ }).click();
  await expect
    .poll(() => startOf(practice, booking))
    .toBe(toInstant(Date.parse(booking.start) + HOUR_MS));
  await expect(desk.getByRole("button", { name: /^Move the booking of/ })).toBeHidden();
});

test("doubles are named, kept or removed as ticked, and bookings are never touched", async ({
  desk,
  practice,
}) => {
  await openDetail(desk, practice);
  const booking = await movable(practice);
  const { control } = practice.google;
  const original = eventOf(practice, booking).id ?? "";
  const weekly = { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=3"] };
  const copy = control.duplicateEvent(PRACTICE_CALENDAR, original, weekly);
  const typed = control.createEvent(PRACTICE_CALENDAR, {
    summary: `${booking.customerName} haircut`,
    ...timesFrom(booking, 0),
  });
  const isThere = (event: WireEvent): boolean =>
    control
      .events(PRACTICE_CALENDAR)
      .some(({ id, status }) => id === event.id && status !== "cancelled");
  await practice.bridge.call("sync.now", {});

  await expect(
    desk.getByRole("heading", { name: "2 events in Google look like doubles of bookings." }),
  ).toBeVisible();
  await accessible(desk);
  await expect(desk.getByRole("checkbox", { name: /, repeats$/ })).toBeChecked();
  await desk.getByRole("checkbox", { name: /^Busy same time as .*\d$/ }).uncheck({ force: true });
  await desk.getByRole("button", { name: "Remove 1 from Google…" }).click();
  const dialog = desk.getByRole("alertdialog", { name: "Remove 1 event from Google?" });
  await expect(dialog).toContainText("What repeats goes with all its times");
  await accessible(desk);
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(
    desk.getByRole("heading", { name: "1 event in Google looks like a double of a booking." }),
  ).toBeVisible();
  expect([isThere(copy), isThere(typed)]).toEqual([false, true]);
  expect(await startOf(practice, booking)).toBe(booking.start);
  expect(isThere(eventOf(practice, booking))).toBe(true);

  await desk.getByRole("button", { name: "Keep all" }).click();
  await expect(desk.getByRole("heading", { name: /looks like a double/ })).toBeHidden();
  expect(isThere(typed)).toBe(true);
});

test("a full re-sync explains itself, compares everything and says what it wrote", async ({
  desk,
  practice,
}) => {
  await openDetail(desk, practice);
  await desk.getByRole("button", { name: "Test the connection" }).click();
  await expect(desk.getByText("Google answers and the calendar is in step.")).toBeVisible();
  await desk.getByRole("button", { name: "Full re-sync…" }).click();
  const dialog = desk.getByRole("dialog", { name: "Compare everything with Google?" });
  await expect(dialog).toContainText("nothing is doubled");
  await accessible(desk);
  await dialog.getByRole("button", { name: "Compare everything" }).click();
  await expect(dialog.getByRole("status")).toHaveText(
    /^[\d,]+ events compared\. Everything was in step; nothing was written\.$/,
    { timeout: 30_000 },
  );
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(dialog).toBeHidden();
});

test("the activity is saved as a table, without anything secret", async ({ desk, practice }) => {
  await openDetail(desk, practice);
  await desk.getByRole("searchbox", { name: "Search the activity" }).fill("Owner");
  await desk.getByRole("searchbox", { name: "Search the activity" }).clear();
  await expect(desk.getByRole("cell", { name: "sent", exact: true }).first()).toBeVisible();
  const saving = desk.waitForEvent("download");
  await desk.getByRole("button", { name: "Export" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^bellhop-activity-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...rows] = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(head).toBe('\uFEFF"Time","Direction","What","Which","Why","Result"');
  expect(rows.length).toBeGreaterThan(FEW);
  expect(rows.join()).toMatch(/"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d","to Google","Created",/);
  expect(rows.join()).not.toMatch(/ya29|1\/\/|Bearer|access_token/);
});
