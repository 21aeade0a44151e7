import { randomUUID } from "node:crypto";
import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { addDays, instantOfWall, toInstant } from "../../../src-shared/time/zones.ts";
import { present, type Report, same } from "./report.ts";
import { sameOnBothSides } from "./sides.ts";
import { type Stage, writes } from "./stage.ts";

export const LINKED = 1_000;
/** The few that the story books on top of them; by itself the desk stops at a thousand (S12). */
const ON_TOP = 50;
/** Weeks that the sample diary leaves empty. */
const FREE_FROM_DAYS = 29;
const FIRST_START_MINUTES = 600;

type NewBooking = BridgeInput<"booking.create">;

/** The nth booking behind the diary's end: every ten minutes with everybody in turn, so that none overlap. */
function laterBooking({ salon }: Stage, n: number): NewBooking {
  const [staff] = [present("a staff member", salon.staff[n % salon.staff.length])];
  const round = Math.floor(n / salon.staff.length);
  const date = addDays(salon.today, FREE_FROM_DAYS + Math.floor(round / 20));
  const minutes = FIRST_START_MINUTES + (round % 20) * 10;
  const service = present(
    "the consultation",
    salon.services.find(({ staffIds }) => staffIds.length === 0),
  );
  const customer = present("a customer", salon.customers[n % salon.customers.length]);
  return {
    id: randomUUID(),
    anyway: true,
    booking: {
      staffId: staff.id,
      serviceId: service.id,
      customer: { is: "known", id: customer.id },
      walkIn: false,
      start: toInstant(instantOfWall(date, minutes, salon.business.zone)),
      durationMinutes: 10,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
    },
  };
}

/** Books until the calendar holds a thousand of our events. */
async function bookUpTo(stage: Stage, count: number): Promise<number> {
  const { bookings } = await stage.diary();
  const missing = Math.max(0, count - bookings.length);
  for (let n = 0; n < missing; n += 1)
    await stage.bridge.call("booking.create", laterBooking(stage, n));
  return missing;
}

async function nextBooked(stage: Stage): Promise<ScheduledBooking> {
  const { bookings } = await stage.diary();
  const now = new Date().toISOString();
  return present(
    "a booking ahead",
    bookings.find(
      ({ status, start }) => start > now && (status === "booked" || status === "confirmed"),
    ),
  );
}

/** The desk's changes arrive in Google, each by one write (S1, S2, S3, S23). */
export async function tellOutwards(stage: Stage, report: Report): Promise<void> {
  const { bridge } = stage;
  report.heading("From the desk to Google");

  await report.step(`up to ${LINKED} linked bookings`, async () => {
    await bridge.call("sync.setRules", { maxEvents: LINKED + ON_TOP });
    let made = 0;
    const spent = await stage.spentOn(async () => {
      made = await bookUpTo(stage, LINKED);
    });
    const { counts } = await stage.settled();
    same("linked", counts.linked, LINKED);
    same("writes", writes(spent), made);
    return `${made} more were booked, ${writes(spent)} writes, ${counts.linked} linked`;
  });

  await report.step(`an idle cycle with ${LINKED} linked bookings`, async () => {
    let spent = await stage.lookNow();
    const changed = await stage.tablesChangedBy(async () => {
      spent = await stage.lookNow();
    });
    same("requests", spent, { lists: 1, inserts: 0, patches: 0, deletes: 0, others: 0 });
    same("tables written besides the run’s own record", changed, []);
    return "1 request, 0 writes to Google, 0 rows of the database besides the run’s own record";
  });

  await report.step("one change", async () => {
    const booking = await nextBooked(stage);
    const change = { customerNotes: "Rings the bell twice.", deskNotes: "Checked." };
    const { id, revision } = booking;
    const spent = await stage.spentOn(() =>
      bridge.call("booking.update", { id, revision, changes: change, anyway: true }),
    );
    same(
      "writes",
      {
        inserts: spent.inserts,
        patches: spent.patches,
        deletes: spent.deletes,
        others: spent.others,
      },
      { inserts: 0, patches: 1, deletes: 0, others: 0 },
    );
    const after = await bridge.call("booking.get", { id });
    sameOnBothSides(after.booking, present("its event", stage.eventOf(booking)));
    const echo = await stage.lookNow();
    same("requests when our own write comes back", echo, {
      lists: 1,
      inserts: 0,
      patches: 0,
      deletes: 0,
      others: 0,
    });
    return "1 write; coming back in the next cycle it costs nothing further";
  });

  const booked = laterBooking(stage, LINKED);
  await report.step("a new booking", async () => {
    const spent = await stage.spentOn(() => bridge.call("booking.create", booked));
    same("writes", writes(spent), 1);
    const { booking } = await bridge.call("booking.get", { id: booked.id });
    sameOnBothSides(booking, present("its event", stage.eventOf(booking)));
    return `1 write; Google shows “${booking.customerName}”`;
  });

  await report.step("moved to another time", async () => {
    const { booking } = await bridge.call("booking.get", { id: booked.id });
    const start = toInstant(Date.parse(booking.start) + 5 * 60_000);
    const changes = { start, durationMinutes: 25 };
    const spent = await stage.spentOn(() =>
      bridge.call("booking.update", {
        id: booking.id,
        revision: booking.revision,
        changes,
        anyway: true,
      }),
    );
    same("writes", writes(spent), 1);
    const after = await bridge.call("booking.get", { id: booking.id });
    sameOnBothSides(after.booking, present("its event", stage.eventOf(booking)));
    return "1 write; the event moved along";
  });

  await report.step("cancelled", async () => {
    const { booking } = await bridge.call("booking.get", { id: booked.id });
    const { id, revision } = booking;
    const spent = await stage.spentOn(() =>
      bridge.call("booking.setStatus", { id, revision, status: "cancelled", reason: "Is ill" }),
    );
    same("writes", writes(spent), 1);
    same("its event", stage.eventOf(booking), undefined);
    return "1 write; the event is gone";
  });

  await report.step("a booking whose answer gets lost on the way", async () => {
    const lost = laterBooking(stage, LINKED + 1);
    stage.control.addFault({ method: "POST", times: 1, effect: { kind: "lostResponse" } });
    await stage.spentOn(() => bridge.call("booking.create", lost));
    stage.control.clearFaults();
    const mine = stage
      .liveEvents()
      .filter((event) => event.extendedProperties?.private?.["bellhopBooking"] === lost.id);
    same("events", mine.length, 1);
    return "tried again by itself; still one event";
  });
}
