import { expect, test } from "vitest";
import { createDispatch } from "../../../src-main/core/bridge/dispatch.ts";
import { handlersOf } from "../../fixtures/bridge-door.ts";
import { listLog } from "../../fixtures/ports.ts";
import { openSalon } from "../../fixtures/salon.ts";

const TEN = "2026-11-20T09:00:00.000Z";

/** A salon behind the door that every window uses. */
async function behindTheDoor() {
  const salon = await openSalon();
  const handlers = handlersOf((channel, input) => salon.call(channel as never, input as never));
  return { salon, dispatch: createDispatch({ handlers, log: listLog() }) };
}

test.each([
  [0, "A booking lasts at least 5 minutes."],
  [-30, "A booking lasts at least 5 minutes."],
  [10_000, "A booking lasts at most 24 hours."],
])(
  "a booking of %i minutes is refused by its field, with what would do",
  async (minutes, words) => {
    const { salon, dispatch } = await behindTheDoor();
    const booking = salon.draft(TEN, { durationMinutes: minutes });
    const id = salon.ids.next();
    expect(await dispatch("booking.create", { id, booking, anyway: true })).toMatchObject({
      ok: false,
      error: { code: "BAD_INPUT", fields: { "booking.durationMinutes": words } },
    });
    const { bookings } = await salon.call("schedule.get", { from: "2026-11-20", to: "2026-11-21" });
    expect(bookings).toEqual([]);
  },
);

test("a change to a length that can't be leaves the booking as it was", async () => {
  const { salon, dispatch } = await behindTheDoor();
  const booking = await salon.book(TEN);
  const changes = { durationMinutes: 10_000, deskNotes: "not to be half-written" };
  const change = { id: booking.id, revision: 1, changes, anyway: true };
  expect(await dispatch("booking.update", change)).toMatchObject({
    ok: false,
    error: { code: "BAD_INPUT", fields: { "changes.durationMinutes": expect.any(String) } },
  });
  expect((await salon.call("booking.get", { id: booking.id })).booking).toEqual(booking);
});

test("a service that was archived meanwhile is refused by its field", async () => {
  const { salon, dispatch } = await behindTheDoor();
  const { id, revision, ...fields } = salon.cut;
  const existing = { id, revision };
  await salon.call("service.save", { existing, fields: { ...fields, active: false } });
  const booking = salon.draft(TEN);
  const create = { id: salon.ids.next(), booking, anyway: false };
  expect(await dispatch("booking.create", create)).toMatchObject({
    ok: false,
    error: {
      code: "NOT_ALLOWED",
      fields: { serviceId: "Cut is archived and can't be booked any more." },
    },
  });
});
