import type { Preferences } from "../../../src-shared/bridge/contract/business.ts";
import type { SyncStatus } from "../../../src-shared/bridge/contract/sync.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { Instant, type Id } from "../../../src-shared/domain/primitives.ts";
import type { SyncState } from "../../../src-shared/sync-status.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { Taken } from "../companion/take-request.ts";
import type { Notice, NoticedBooking, Ports } from "../ports.ts";
import type { Stores } from "../schedule/stores.ts";
import { isOpenAt } from "./open-now.ts";

/** What comes within it is one notice: after a night offline a dozen bookings come at once. */
export const GROUP_MS = 3_000;
/** Who came longer ago than this needs no telling any more: they were seen. */
export const ARRIVAL_NEWS_MS = 30 * 60_000;
/** How often it is looked whether the business has opened. */
export const LOOK_AGAIN_MS = 60_000;
const SIGN_IN_KEY = "notices.signIn";

export interface NoticesDeps {
  readonly stores: Pick<Stores, "bookings" | "settings" | "theBusiness">;
  readonly ports: Pick<Ports, "clock" | "scheduler" | "notifier">;
  readonly preferences: () => Preferences;
}

/** The only things that the system's notices tell; all else waits in the window. */
export interface Notices {
  /** Something came from the companion. */
  taken(taken: Taken): void;
  /** A customer is here. */
  arrived(booking: Pick<ScheduledBooking, "id" | "occurrence">): void;
  sync(status: Pick<SyncStatus, "state">): void;
  stop(): void;
}

interface Arrival {
  readonly is: "arrived";
  readonly bookingId: Id;
  readonly originalStart: Instant | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

type Item =
  | { readonly is: "booked" | "cancelled"; readonly bookingId: Id; readonly originalStart: null }
  | Arrival
  | { readonly is: "waiting" };

function itemOf(taken: Taken): Item | null {
  switch (taken.is) {
    case "booked":
    case "cancelled":
      return { is: taken.is, bookingId: taken.bookingId, originalStart: null };
    case "waiting":
      return { is: "waiting" };
    default:
      return null;
  }
}

/** Google has to be asked by a person; a refused app is no matter of signing in. */
function needsSignIn(state: SyncState): boolean {
  return state.is === "needsSignIn" && state.cause !== "clientRejected";
}

/**
 * Tells of new online bookings, of customers who cancel, of those who arrive where that is wanted, and once of a
 * sign-in that is needed. Outside the opening
 * hours it keeps quiet and tells the rest together when the business opens, unless a person wants it otherwise.
 */
export function createNotices({ stores, ports, preferences }: NoticesDeps): Notices {
  const { clock, scheduler, notifier } = ports;
  let items: Item[] = [];
  let signIn = false;
  let cancel: (() => void) | null = null;

  function noticed(bookingId: Id, originalStart: Instant | null): NoticedBooking | null {
    const booking = stores.bookings.findScheduled(bookingId, originalStart);
    if (booking === undefined) return null;
    const { zone, locale } = stores.theBusiness();
    const { clock: counted, noticeNames } = preferences();
    const { start, serviceName: service, customerName } = booking;
    const name = noticeNames ? customerName : "";
    return { start, service, name, zone, locale, clock: counted };
  }

  function noticeOf(about: Item["is"], some: readonly Item[]): Notice {
    const [one] = some;
    const count = some.length;
    if (count !== 1 || one === undefined || !("bookingId" in one))
      return { about, count, booking: null, opens: { is: "schedule" } };
    const { bookingId: id, originalStart } = one;
    const opens = { is: "booking", id, originalStart } as const;
    return { about, count, booking: noticed(id, originalStart), opens };
  }

  function tellSignIn(): void {
    stores.settings.set(SIGN_IN_KEY, toInstant(clock.now()));
    notifier.notify({ about: "signIn", count: 0, booking: null, opens: { is: "integrations" } });
  }

  /** Not if it was taken back meanwhile, or went on. */
  function isNews({ bookingId, originalStart, at }: Arrival): boolean {
    const status = stores.bookings.findScheduled(bookingId, originalStart)?.status;
    return status === "arrived" && clock.now() - at <= ARRIVAL_NEWS_MS;
  }

  function tellAll(): void {
    const wantsArrivals = preferences().noticeArrivals;
    items = items.filter((one) => one.is !== "arrived" || (wantsArrivals && isNews(one)));
    for (const is of ["booked", "waiting", "cancelled", "arrived"] as const) {
      const some = items.filter((item) => item.is === is);
      if (some.length > 0) notifier.notify(noticeOf(is, some));
    }
    if (signIn) tellSignIn();
  }

  function flush(): void {
    cancel = null;
    const { notices, noticesWhenClosed } = preferences();
    const quiet = !noticesWhenClosed && !isOpenAt(stores.theBusiness(), clock.now());
    if (notices && quiet) {
      cancel = scheduler.after(LOOK_AGAIN_MS, flush);
      return;
    }
    if (notices) tellAll();
    items = [];
    signIn = false;
  }

  function flushSoon(): void {
    cancel ??= scheduler.after(GROUP_MS, flush);
  }

  /** Told once until a sync went through again, also over a restart. */
  function wasToldOf(state: SyncState): boolean {
    const told = stores.settings.get(SIGN_IN_KEY, Instant);
    if (told === undefined || !("lastCompleteAt" in state)) return false;
    return state.lastCompleteAt === null || state.lastCompleteAt <= told;
  }

  return {
    taken(taken) {
      const item = itemOf(taken);
      if (item === null) return;
      items.push(item);
      flushSoon();
    },
    arrived({ id, occurrence }) {
      if (!preferences().noticeArrivals) return;
      const originalStart = occurrence?.originalStart ?? null;
      items.push({ is: "arrived", bookingId: id, originalStart, at: clock.now() });
      flushSoon();
    },
    sync({ state }) {
      if (!needsSignIn(state)) {
        signIn = false;
        return;
      }
      if (signIn || wasToldOf(state)) return;
      signIn = true;
      flushSoon();
    },
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}
