import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { dateAt, addDays } from "../../../src-shared/time/zones.ts";
import { workingHour } from "../../fixtures/companion/paired-salon.ts";
import { type Booted, bootMain } from "../../fixtures/electron/booted.ts";
import {
  connectedApp,
  OWNER,
  shows,
  staffedApp,
  withTray,
} from "../../fixtures/electron/connected.ts";
import { pairedApp } from "../../fixtures/electron/paired.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

const ALWAYS = [{ from: "00:00", to: "23:59" }];
const WEEK = { 1: ALWAYS, 2: ALWAYS, 3: ALWAYS, 4: ALWAYS, 5: ALWAYS, 6: ALWAYS, 7: ALWAYS };
const GROUP_MS = 3_000;
const MINUTE_MS = 60_000;

beforeAll(() => ensureBuilt());

async function boot(): Promise<Booted> {
  const dataDir = join(tempFolder(), "data");
  return withTray(await bootMain(dataDir, { TZ: "Europe/Berlin" }));
}

/** Open at all hours, or shut today and tomorrow. */
async function setOpen(booted: Booted, open: boolean): Promise<void> {
  const { revision, zone } = await booted.call("business.get", {});
  const today = dateAt(Date.now(), zone);
  const shut = { from: today, to: addDays(today, 2), name: "Stocktaking", yearly: false };
  const fields = { hours: WEEK, closures: open ? [] : [shut] };
  await booted.call("business.update", { revision, fields });
}

async function paired() {
  const booted = await boot();
  await setOpen(booted, true);
  return { booted, ...(await pairedApp(booted)) };
}

async function titles(booted: Booted): Promise<readonly string[]> {
  return (await booted.facts()).notices.map(({ title }) => title);
}

function told(booted: Booted, ...wanted: readonly string[]): Promise<void> {
  return until(`the notices are ${wanted.join()}`, async () => {
    await booted.ask({ ask: "pass", ms: GROUP_MS });
    return JSON.stringify(await titles(booted)) === JSON.stringify(wanted);
  });
}

async function bookings(booted: Booted) {
  const from = dateAt(Date.now(), "Europe/Berlin");
  return (await booted.call("schedule.get", { from, to: addDays(from, 30) })).bookings;
}

async function booked(booted: Booted, count: number): Promise<void> {
  await until("it is booked", async () => (await bookings(booted)).length === count);
}

describe("a notice of the built app", () => {
  it("tells a new online booking and its cancellation, names nobody, and leads to the booking in a window that comes forward", async () => {
    const { booted, book, cancel } = await paired();
    const request = await book(workingHour(10, 4));
    await told(booted, "New online booking");
    const { notices, windows } = await booted.facts();
    expect(notices[0]?.body).toMatch(/10:00: Cut$/);
    expect(windows[0]?.sent.map(({ event }) => event)).toContain("notice.given");
    const [{ id } = { id: "" }] = await bookings(booted);
    await cancel(request);
    await told(booted, "New online booking", "A customer cancelled online");

    await booted.ask({ ask: "clickNotice", index: 0 });
    const link = { is: "booking", id, originalStart: null };
    expect(await booted.call("app.openedLink", {})).toEqual({ link });
    expect((await booted.facts()).windows[0]?.focused).toBeGreaterThan(0);
  });

  it("names the customer where that was allowed", async () => {
    const { booted, book } = await paired();
    await booted.call("preferences.set", { noticeNames: true });
    await book(workingHour(10, 4));
    await told(booted, "New online booking");
    expect((await booted.facts()).notices[0]?.body).toMatch(/Cut, Mara Lindqvist$/);
  });

  it("tells what waits for an answer, and leads to the schedule", async () => {
    const { booted, book } = await paired();
    await booted.call("companion.setOffer", { confirming: "hand" });
    await book(workingHour(10, 4));
    await told(booted, "An online booking waits for your answer");
    await booted.ask({ ask: "clickNotice", index: 0 });
    const reply = await booted.call("app.chosenCommand", {});
    expect(reply.chosen?.command).toBe("schedule");
  });

  it("comes once for what comes together, and outside the hours when the business opens", async () => {
    const { booted, book } = await paired();
    await setOpen(booted, false);
    await book(workingHour(10, 4));
    await book(workingHour(12, 4));
    await booked(booted, 2);
    await booted.ask({ ask: "pass", ms: GROUP_MS });
    await booted.ask({ ask: "pass", ms: MINUTE_MS });
    expect(await titles(booted)).toEqual([]);
    await setOpen(booted, true);
    await booted.ask({ ask: "pass", ms: MINUTE_MS });
    await told(booted, "2 new online bookings");
  });

  it("comes outside the hours too where that was chosen, and not at all where notices are off", async () => {
    const { booted, book } = await paired();
    await setOpen(booted, false);
    await booted.call("preferences.set", { noticesWhenClosed: true });
    await book(workingHour(10, 4));
    await told(booted, "New online booking");
    await booted.call("preferences.set", { notices: false });
    await book(workingHour(12, 4));
    await booked(booted, 2);
    await booted.ask({ ask: "pass", ms: GROUP_MS });
    await booted.ask({ ask: "pass", ms: MINUTE_MS });
    expect(await titles(booted)).toEqual(["New online booking"]);
  });

  it("tells where it was asked for that a customer has arrived, once, and leads to the booking", async () => {
    const booted = await boot();
    await setOpen(booted, true);
    const { book } = await staffedApp(booted);
    const { id, revision } = await book(new Date(workingHour(10)).toISOString());
    const statusIs = async (status: "arrived" | "inService", seen: number) =>
      (await booted.call("booking.setStatus", { id, revision: seen, status, reason: "" })).revision;
    const here = await statusIs("arrived", revision);
    await booted.ask({ ask: "pass", ms: GROUP_MS });
    expect(await titles(booted)).toEqual([]);

    await booted.call("preferences.set", { noticeArrivals: true });
    const inService = await statusIs("inService", here);
    // A step back is no arrival.
    const back = await statusIs("arrived", inService);
    await booted.ask({ ask: "pass", ms: GROUP_MS });
    expect(await titles(booted)).toEqual([]);

    const undone = await booted.call("booking.setStatus", {
      id,
      revision: back,
      status: "confirmed",
      reason: "",
    });
    await statusIs("arrived", undone.revision);
    await told(booted, "A customer has arrived");
    await booted.ask({ ask: "clickNotice", index: 0 });
    const link = { is: "booking", id, originalStart: null };
    expect(await booted.call("app.openedLink", {})).toEqual({ link });
  });

  it("asks once for the sign-in that Google wants, and leads to the panel", async () => {
    const { booted, google } = await connectedApp({ TZ: "Europe/Berlin" });
    await setOpen(booted, true);
    google.control.revokeGrant(OWNER);
    await booted.ask({ ask: "press", label: "Sync now" });
    await shows(booted, "Sign in again");
    await told(booted, "Google asks you to sign in again");
    await booted.ask({ ask: "press", label: "Sync now" });
    await shows(booted, "Sign in again");
    await booted.ask({ ask: "pass", ms: MINUTE_MS });
    await booted.ask({ ask: "clickNotice", index: 0 });
    const reply = await booted.call("app.chosenCommand", {});
    expect(reply.chosen?.command).toBe("integrations");
    expect(await titles(booted)).toHaveLength(1);
  });

  it.each([503, 429])("is not made of trouble that passes by itself: %i", async (status) => {
    const { booted, google } = await connectedApp({ TZ: "Europe/Berlin" });
    await setOpen(booted, true);
    google.control.addFault({
      path: "/calendar/v3",
      times: Infinity,
      effect: { kind: "error", status, reason: "rateLimitExceeded" },
    });
    await booted.ask({ ask: "press", label: "Sync now" });
    await shows(booted, status === 503 ? "Trying again" : "Google limits requests");
    await booted.ask({ ask: "pass", ms: GROUP_MS });
    await booted.ask({ ask: "pass", ms: MINUTE_MS });
    const { notices, questions, boxes } = await booted.facts();
    expect([notices, questions, boxes]).toEqual([[], [], []]);
  });
});
