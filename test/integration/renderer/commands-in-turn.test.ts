import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { redo, undo } from "../../../src-renderer/schedule/actions/history.ts";
import {
  type Placement,
  placementOf,
  setStatus,
} from "../../../src-renderer/schedule/actions/bookings.ts";
import { type Move, moveStanding } from "../../../src-renderer/schedule/actions/moving.ts";
import { seenBooking, watchDays } from "../../../src-renderer/store/schedule.ts";
import type { Channel } from "../../../src-shared/bridge/channels.ts";
import type { BellhopBridge } from "../../../src-shared/bridge/contract.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { openSalon, type Salon } from "../../fixtures/salon.ts";

const DAY = "2026-11-19";
const MINUTE_MS = 60_000;

/** A desk that answers only when the test lets it: what a person types faster than the computer is seen that way. */
function slowDesk(salon: Salon) {
  const waiting: (() => void)[] = [];
  const answer = async (channel: Channel, input: never) => {
    if (channel !== "schedule.get") await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return { ok: true, value: await salon.call(channel as never, input) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, message, retryable } = error;
      return { ok: false, error: { code, message, retryable } };
    }
  };
  return { waiting, answer };
}

let salon: Salon;
let desk: ReturnType<typeof slowDesk>;
let booking: ScheduledBooking;

/** The window takes its bridge once, so this one leads to the desk of the test that runs. */
const BRIDGE = {
  call: new Proxy({}, { get: (_, name: Channel) => (input: never) => desk.answer(name, input) }),
  on: new Proxy({}, { get: () => () => () => undefined }),
} as unknown as BellhopBridge;

let tests = 0;

beforeEach(async () => {
  // Ids follow from the clock: each test has bookings of its own, which the window has never seen.
  salon = await openSalon({ now: `2026-11-19T08:${10 + tests++}:00.000Z` });
  desk = slowDesk(salon);
  vi.stubGlobal("window", { bellhop: BRIDGE });
  onTestFinished(() => void vi.unstubAllGlobals());
  booking = await salon.book(`${DAY}T10:00:00.000Z`);
  watchDays("shown", { first: DAY, days: 1 });
  await expect.poll(() => seenBooking(booking.id)).toBeDefined();
});

const moveBooking = (seen: ScheduledBooking, move: Move, anyway: boolean) =>
  moveStanding({ is: "booking", booking: seen }, move, { anyway, staffId: seen.staffId });

const later = (from: Placement): Placement => ({
  ...from,
  start: toInstant(toMs(from.start) + 15 * MINUTE_MS),
});
const toBen = (from: Placement): Placement => ({ ...from, staffId: salon.ben.id });

/** Lets the desk answer until all commands are done. */
async function answerAll(commands: readonly Promise<unknown>[]): Promise<void> {
  let ended = false;
  const all = Promise.all(commands).finally(() => (ended = true));
  while (!ended) {
    desk.waiting.splice(0).forEach((resolve) => resolve());
    await new Promise(setImmediate);
  }
  await all;
}

async function kept(): Promise<ScheduledBooking> {
  return (await salon.call("booking.get", { id: booking.id })).booking;
}

test("two moves given before the desk has answered the first are both done", async () => {
  await answerAll([moveBooking(booking, later, true), moveBooking(booking, toBen, true)]);
  const expected = toBen(later(placementOf(booking)));
  expect(placementOf(await kept())).toEqual(expected);
  expect(placementOf(seenBooking(booking.id) ?? booking)).toEqual(expected);
});

test("ten presses of the same key are ten steps", async () => {
  await answerAll(Array.from({ length: 10 }, () => moveBooking(booking, later, true)));
  expect((await kept()).start).toBe(`${DAY}T12:30:00.000Z`);
});

test("undo pressed right behind a move takes that move back, and redo right behind it brings it again", async () => {
  await answerAll([moveBooking(booking, later, true), moveBooking(booking, toBen, true), undo()]);
  expect(placementOf(await kept())).toEqual(later(placementOf(booking)));
  await answerAll([undo(), redo(), redo()]);
  expect(placementOf(await kept())).toEqual(toBen(later(placementOf(booking))));
  await answerAll([undo(), undo()]);
  expect(placementOf(await kept())).toEqual(placementOf(booking));
});

test("a step of the visit given during a move is not refused as out of date", async () => {
  await answerAll([moveBooking(booking, later, true), setStatus(booking, "arrived")]);
  expect(await kept()).toMatchObject({ status: "arrived", start: `${DAY}T10:15:00.000Z` });
});

test("a refused move is shown where the booking was, and the next command still runs", async () => {
  const other = await salon.book(`${DAY}T11:00:00.000Z`);
  const onto = (from: Placement): Placement => ({ ...from, start: other.start });
  await answerAll([moveBooking(booking, onto, false), moveBooking(booking, toBen, true)]);
  expect(placementOf(await kept())).toEqual(toBen(placementOf(booking)));
});

test("a move is drawn before the desk has answered", async () => {
  const command = moveBooking(booking, later, true);
  await expect.poll(() => seenBooking(booking.id)?.start).toBe(`${DAY}T10:15:00.000Z`);
  expect(desk.waiting).toHaveLength(1);
  await answerAll([command]);
});

test("somebody else's change in between is not overwritten", async () => {
  const first = moveBooking(booking, later, true);
  await answerAll([first]);
  const now = await kept();
  await salon.call("booking.update", {
    id: now.id,
    revision: now.revision,
    changes: { deskNotes: "Called" },
    anyway: true,
  });
  await answerAll([moveBooking(booking, toBen, true)]);
  expect(await kept()).toMatchObject({ staffId: salon.anna.id, deskNotes: "Called" });
});

test("a change in between that left it where it was, and that the window has seen, does not stop a move", async () => {
  const now = await kept();
  const { revision } = await salon.call("booking.update", {
    id: now.id,
    revision: now.revision,
    changes: { deskNotes: "Called" },
    anyway: true,
  });
  watchDays("shown", { first: DAY, days: 1 });
  await expect.poll(() => seenBooking(booking.id)?.revision).toBe(revision);
  await answerAll([moveBooking(booking, toBen, true)]);
  expect(await kept()).toMatchObject({ staffId: salon.ben.id, deskNotes: "Called" });
});
