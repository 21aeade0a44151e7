import type { Writing } from "./store.ts";

export interface NewDeskEvent {
  readonly businessId: string;
  /** A stable dotted name, such as `request.new`. */
  readonly kind: string;
  readonly requestId: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Tells the desk something, in the transaction of what happened. The counter in the business's row is locked until
 * that transaction ends, so no reader of positions ever sees a later one before an earlier one.
 */
export async function appendDeskEvent(trx: Writing, event: NewDeskEvent): Promise<number> {
  const { event_position: position } = await trx
    .updateTable("business")
    .set((eb) => ({ event_position: eb("event_position", "+", 1) }))
    .where("id", "=", event.businessId)
    .returning("event_position")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("desk_event")
    .values({
      business_id: event.businessId,
      position,
      kind: event.kind,
      request_id: event.requestId,
      created_at: event.at,
    })
    .execute();
  return position;
}
