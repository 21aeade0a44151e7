import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import { PRACTICE_CALENDAR } from "../google-events.ts";
import { connect } from "../practice.ts";
import { LINKED } from "./outwards.ts";
import { present, type Report, same } from "./report.ts";
import { sameOnBothSides } from "./sides.ts";
import { type Stage, writes } from "./stage.ts";

const MINUTE_MS = 60_000;

function timesFrom(booking: ScheduledBooking, start: number) {
  const length = Date.parse(booking.end) - Date.parse(booking.start);
  const at = (ms: number) => ({ dateTime: toInstant(ms), timeZone: booking.zone });
  return { start: at(start), end: at(start + length) };
}

/** The bookings of the staff member with the last one in the diary, the last two of theirs. */
async function lastTwo(stage: Stage): Promise<readonly [ScheduledBooking, ScheduledBooking]> {
  const { bookings } = await stage.diary();
  const last = present("a booking", bookings.at(-1));
  const before = bookings
    .filter(({ staffId, id }) => staffId === last.staffId && id !== last.id)
    .at(-1);
  return [last, present("one before it", before)];
}

/** Own events that a person changes in Google, and the end of a connection (S10, S15). */
export async function tellTogether(stage: Stage, report: Report): Promise<void> {
  const { bridge, control } = stage;
  report.heading("Both at once");
  const [booking, other] = await lastTwo(stage);
  const eventId = (): string => present("its event", stage.eventOf(booking)?.id);
  const reread = async (): Promise<ScheduledBooking> =>
    (await bridge.call("booking.get", { id: booking.id })).booking;

  await report.step("our event moved in Google to a free time", async () => {
    const start = Date.parse(booking.start) + 45 * MINUTE_MS;
    control.patchEvent(PRACTICE_CALENDAR, eventId(), timesFrom(booking, start));
    const spent = await stage.lookNow();
    same("writes", writes(spent), 0);
    same("the booking’s start", (await reread()).start, toInstant(start));
    return "the booking moved along, 0 writes";
  });

  await report.step("our event moved in Google onto another booking", async () => {
    const before = await reread();
    control.patchEvent(PRACTICE_CALENDAR, eventId(), timesFrom(booking, Date.parse(other.start)));
    const spent = await stage.lookNow();
    same("writes", writes(spent), 1);
    same("the booking’s start", (await reread()).start, before.start);
    sameOnBothSides(before, present("its event", stage.eventOf(booking)));
    const [item] = await bridge.call("sync.attention", {});
    same("what needs attention", item?.kind, "movedOntoBusy");
    return "Google was put back with 1 write; shown as “needs attention”";
  });

  await report.step("our event deleted in Google", async () => {
    control.deleteEvent(PRACTICE_CALENDAR, eventId());
    const spent = await stage.lookNow();
    same("writes", writes(spent), 1);
    sameOnBothSides(await reread(), present("its event", stage.eventOf(booking)));
    const kinds = (await bridge.call("sync.attention", {})).map(({ kind }) => kind);
    same("asks about it", kinds.includes("deletedInGoogle"), true);
    return "restored with 1 write; the desk asks whether to cancel";
  });

  await report.step("disconnected and connected again", async () => {
    const since = control.requests().at(-1)?.n ?? 0;
    const before = stage.liveEvents().length;
    await bridge.call("google.disconnect", { events: "leave", blocks: "remove" });
    same("state", (await bridge.call("sync.status", {})).state.is, "disconnected");
    await connect({ bridge });
    await stage.settled();
    const changing = control
      .requests({ since })
      .filter(({ kind }) => ["events.insert", "events.patch", "events.delete"].includes(kind));
    same("writes", changing.length, 0);
    same("events", stage.liveEvents().length, before);
    return `0 writes, nothing twice, ${LINKED}+ links kept`;
  });
}
