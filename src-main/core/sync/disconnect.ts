import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import type { SyncMemory } from "./memory.ts";

/** Far enough back for every booking there ever was: also events that left the window are removed (scenario 40). */
const EVER = "1970-01-01T00:00:00.000Z";

/**
 * Deletes the events that Bellhop made, and only those. Each deletion is committed on its own, so that a second
 * call goes on where the first one was interrupted.
 * @returns how many were removed
 */
export async function removeEvents(options: {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly turn: () => Promise<void>;
  readonly which: "removeFuture" | "removeAll";
}): Promise<number> {
  const { memory, calendar, turn, which } = options;
  const from = which === "removeAll" ? EVER : toInstant(memory.clock.now());
  const links = memory.links.live(calendar.key, from);
  for (const link of links) {
    await turn();
    await calendar.remove(link.eventId, null);
    memory.links.save(calendar.key, { ...link, gone: true, restores: 0 });
  }
  return links.length;
}
