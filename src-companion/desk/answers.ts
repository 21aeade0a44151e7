import type { AnswerResult, DeskAnswer } from "../../src-shared/companion/wire.ts";
import type { Companion } from "../http/env.ts";
import { tellCustomer } from "../mail/booking.ts";
import type { BookingRequestTable } from "../store/schema.ts";
import { appendDeskEvent } from "../store/desk-events.ts";
import { freeSlot } from "../store/slots.ts";
import { keptRow, type Writing } from "../store/store.ts";

type Row = BookingRequestTable;
type Confirmation = Extract<DeskAnswer, { is: "confirmed" }>;

const UNIT_MS = 300_000;

function isAt(row: Row, answer: Confirmation): boolean {
  return (
    row.start_at === Date.parse(answer.start) &&
    row.end_at === Date.parse(answer.end) &&
    row.staff_id === answer.staffId &&
    row.service_id === answer.serviceId
  );
}

/** Whether the request stands already as the desk says: the same answer again, or one whose receipt was lost. */
function standsSo(row: Row, answer: DeskAnswer): boolean {
  if (row.status !== answer.is) return false;
  return answer.is !== "confirmed" || isAt(row, answer);
}

/**
 * The desk decides over its time, so nobody is asked: what is free of the slot is taken, and who holds the rest will
 * be declined by the same desk.
 */
async function keepSlot(trx: Writing, row: Row): Promise<void> {
  await freeSlot(trx, { requestId: row.id });
  const first = Math.floor(row.start_at / UNIT_MS);
  const last = Math.ceil(row.end_at / UNIT_MS);
  const units = Array.from({ length: last - first }, (_, i) => ({
    business_id: row.business_id,
    staff_id: row.staff_id,
    unit: first + i,
    hold_id: null,
    request_id: row.id,
    free_at: null,
  }));
  await trx
    .insertInto("slot_unit")
    .values(units)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function namesOf(trx: Writing, row: Row, { serviceId, staffId }: Confirmation) {
  const name = async (table: "service" | "staff", id: string): Promise<string | undefined> =>
    (
      await trx
        .selectFrom(table)
        .where("business_id", "=", row.business_id)
        .where("id", "=", id)
        .select("name")
        .executeTakeFirst()
    )?.name;
  return {
    // A service or staff member that isn't offered online has no published name; the old one is the best there is.
    service_name: (await name("service", serviceId)) ?? row.service_name,
    staff_name: (await name("staff", staffId)) ?? row.staff_name,
  };
}

/** The row as the desk wants it. The time until which customers may change moves along with the start. */
async function changed(trx: Writing, row: Row, answer: DeskAnswer, now: number): Promise<Row> {
  const next = { ...row, sequence: row.sequence + 1, updated_at: now };
  if (answer.is !== "confirmed") return { ...next, status: answer.is, reason: answer.reason };
  const start = Date.parse(answer.start);
  return {
    ...next,
    ...(await namesOf(trx, row, answer)),
    status: "confirmed",
    reason: "",
    service_id: answer.serviceId,
    staff_id: answer.staffId,
    start_at: start,
    end_at: Date.parse(answer.end),
    cutoff_at: row.cutoff_at + (start - row.start_at),
    desk_booking_id: answer.bookingId,
  };
}

/**
 * Takes one answer of a desk, in a transaction of its own: at least once with sequences is exactly once. A customer
 * who did something meanwhile wins the race (`stale`); the desk reads among the changes how it stands, and answers that.
 */
export function takeAnswer(
  companion: Companion,
  businessId: string,
  answer: DeskAnswer,
): Promise<AnswerResult> {
  const { store, clock } = companion;
  const { requestId } = answer;
  return store.write(async (trx) => {
    const found = trx
      .selectFrom("booking_request")
      .where("business_id", "=", businessId)
      .where("id", "=", requestId)
      .selectAll();
    const row = await keptRow(store, found).executeTakeFirst();
    if (row === undefined) return { is: "gone", requestId };
    if (standsSo(row, answer)) return { is: "done", requestId, sequence: row.sequence };
    if (row.sequence !== answer.sequence) {
      // It may be the desk's own last answer that it never heard the receipt of: nothing else would tell it of that.
      const at = clock.now();
      await appendDeskEvent(trx, { businessId, kind: "request.changed", requestId, at });
      return { is: "stale", requestId };
    }
    const next = await changed(trx, row, answer, clock.now());
    await trx.updateTable("booking_request").set(next).where("id", "=", requestId).execute();
    if (next.status === "confirmed") await keepSlot(trx, next);
    else await freeSlot(trx, { requestId });
    if (!answer.quietly) await tellCustomer(trx, companion, row, next);
    return { is: "done", requestId, sequence: next.sequence };
  });
}
