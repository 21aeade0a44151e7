import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { type RemoteCalendar, RemoteError } from "../calendars/remote-calendar.ts";
import type { Clock, Logger, Random } from "../ports.ts";
import type { WatchedChannel } from "../store/companion/channels.ts";
import type { CompanionMemory } from "./memory.ts";
import type { WireClient } from "./wire-client.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As long as Google's channels live at most; the companion is told the true end once it is known. */
const LONGEST_MS = 8 * DAY_MS;

export interface PushDeps {
  readonly memory: CompanionMemory;
  readonly calendar: () => RemoteCalendar | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

/** A day before its end, or a quarter of its life where that is shorter: an overlap, so that nothing is missed. */
function isFresh({ madeAt, expiresAt, resourceId }: WatchedChannel, now: number): boolean {
  const life = toMs(expiresAt) - toMs(madeAt);
  return resourceId !== null && toMs(expiresAt) - now > Math.min(DAY_MS, life / 4);
}

/**
 * Keeps one channel open from the calendar through the companion to this desk. It only makes the desk look sooner:
 * looking every few minutes stays the base, so no failure here is the desk's trouble.
 */
export function createPush({ memory, calendar, clock, random, log }: PushDeps) {
  let nextTryAt = 0;

  /** The companion is told first: Google's first notification may come before its answer. */
  async function open(client: WireClient, watched: RemoteCalendar): Promise<void> {
    if (watched.watching === null) return;
    const id = memory.ids.next();
    const token = Buffer.from(random.bytes(32)).toString("base64url");
    const made = clock.now();
    const channel: WatchedChannel = {
      id,
      calendarKey: watched.key,
      resourceId: null,
      madeAt: toInstant(made),
      expiresAt: toInstant(made + LONGEST_MS),
    };
    memory.channels.put(channel);
    const { address } = await client.keepChannel({ id, token, expiresAt: channel.expiresAt });
    const { resourceId, expiresAt } = await watched.watching.start({ id, token, address });
    memory.channels.put({ ...channel, resourceId, expiresAt });
    await client.keepChannel({ id, token, expiresAt });
    log.info("push.opened");
  }

  async function close(client: WireClient, channel: WatchedChannel): Promise<void> {
    const watching = calendar()?.watching ?? null;
    const { id, resourceId } = channel;
    if (watching !== null && resourceId !== null && calendar()?.key === channel.calendarKey)
      await watching.stop({ id, resourceId });
    await client.forgetChannel(id);
    memory.channels.drop(id);
  }

  function current(): WatchedChannel | undefined {
    const key = calendar()?.key;
    return memory.channels
      .list()
      .find((one) => one.calendarKey === key && isFresh(one, clock.now()));
  }

  return {
    /** Until when notifications come; null while they don't. */
    until: (): Instant | null => current()?.expiresAt ?? null,
    /** Opens, renews and tidies up as needed. Rejects with what the companion refused; Google's refusals wait an hour. */
    async keep(client: WireClient): Promise<void> {
      const watched = calendar();
      try {
        if (watched !== null && current() === undefined && clock.now() >= nextTryAt)
          await open(client, watched);
        const kept = current()?.id;
        for (const channel of memory.channels.list())
          if (channel.id !== kept) await close(client, channel);
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        nextTryAt = clock.now() + HOUR_MS;
        log.warn("push.refused", { failure: error.failure.is, detail: error.message });
      }
    },
    /** Ends all channels while the calendar can still be told; what can't be told ends by itself within days. */
    async end(client: WireClient): Promise<void> {
      for (const channel of memory.channels.list()) await close(client, channel);
    },
  };
}
export type Push = ReturnType<typeof createPush>;
