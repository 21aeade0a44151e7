import type { Id } from "../../src-shared/domain/primitives.ts";

/** Bookings whose customer this window said is here: it needs no notice of what it did itself. */
const marked = new Set<Id>();

export function markHere(id: Id): void {
  marked.add(id);
}

/** Asked once for each notice: what another window marks later is news again. */
export function wasMarkedHere(id: Id): boolean {
  return marked.delete(id);
}
