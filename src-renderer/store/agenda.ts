import { create } from "zustand";
import type { BridgeInput, BridgeOutput } from "../../src-shared/bridge/contract.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { addDays, dateAt, epochDay, toMs } from "../../src-shared/time/zones.ts";
import { asFailure, type BridgeFailure, call, listen } from "../bridge.ts";
import { keyOf } from "./booking-key.ts";
import { keepIdentity } from "./keep-identity.ts";
import type { Period } from "./schedule.ts";

/** Days that were asked for at once, with the bookings that begin on them, cancelled ones too; by start. */
export interface Chunk extends Period {
  readonly byDate: ReadonlyMap<CalendarDate, readonly ScheduledBooking[]>;
  /** Something changed at the desk since; it is asked again when it comes into sight. */
  readonly stale: boolean;
}

interface AgendaState {
  /** Without a gap, the earliest first. */
  readonly chunks: readonly Chunk[];
  readonly failure: BridgeFailure | null;
}

export type Side = "before" | "after";
type Ask = (days: BridgeInput<"schedule.get">) => Promise<BridgeOutput<"schedule.get">>;

/** So many days are asked for first; more where there is little in them, up to what the desk answers at once. */
const FEW_DAYS = 14;
const MANY_DAYS = 56;

/** How many days to ask for next where so many before them showed nothing. */
export function nextDays(withoutRows: number): number {
  return Math.max(FEW_DAYS, Math.min(MANY_DAYS, withoutRows));
}

function endOf({ first, days }: Period): CalendarDate {
  return addDays(first, days);
}

/** The days that are loaded, as `first` and how many; null before the first answer. */
export function loadedDays(chunks: readonly Period[]): Period | null {
  const [first] = chunks;
  const last = chunks.at(-1);
  if (first === undefined || last === undefined) return null;
  return { first: first.first, days: epochDay(endOf(last)) - epochDay(first.first) };
}

/** What did not change stays the same object, so that it is not drawn again. */
function kept(before: Chunk, fresh: Chunk): Chunk {
  const byDate = new Map(
    [...fresh.byDate].map(([date, bookings]) => [
      date,
      keepIdentity(before.byDate.get(date) ?? [], bookings, keyOf),
    ]),
  );
  return { ...fresh, byDate };
}

/** The days of a list that goes on in both directions, loaded as it is walked through. */
export function createAgenda(ask: Ask) {
  const use = create<AgendaState>()(() => ({ chunks: [], failure: null }));
  /** A list that begins somewhere else takes no answers of the one before. */
  let turn = 0;
  let changes = 0;
  const asking = new Set<string>();

  /** Asks one question of a name at a time. */
  function load(name: string, { first, days }: Period, take: (chunk: Chunk) => void): void {
    if (asking.has(name)) return;
    asking.add(name);
    const mine = turn;
    const known = changes;
    ask({ from: first, to: addDays(first, days), withCancelled: true })
      .then(
        ({ bookings, zone }) => {
          if (mine !== turn) return;
          const byDate = Map.groupBy(bookings, ({ start }) => dateAt(toMs(start), zone));
          // What goes on from the day before stands on the day that it began on.
          for (const date of byDate.keys()) if (date < first) byDate.delete(date);
          take({ first, days, byDate, stale: known !== changes });
        },
        (error: unknown) => {
          if (mine === turn) use.setState({ failure: asFailure(error) });
        },
      )
      .finally(() => {
        if (mine === turn) asking.delete(name);
      });
  }

  function put(chunks: readonly Chunk[]): void {
    use.setState({ chunks, failure: null });
  }

  function begin(date: CalendarDate): void {
    turn += 1;
    asking.clear();
    put([]);
    load("begin", { first: date, days: FEW_DAYS }, (chunk) => put([chunk]));
  }

  return {
    use,
    begin,

    /** Shows a day: nothing to do if it is loaded, else the list begins there anew. */
    show(date: CalendarDate): void {
      const loaded = loadedDays(use.getState().chunks);
      if (loaded === null || date < loaded.first || date >= endOf(loaded)) begin(date);
    },

    /** Loads more days at one end; nothing while the last question there is open, or after a failure. */
    extend(side: Side, days: number): void {
      const { chunks, failure } = use.getState();
      const loaded = loadedDays(chunks);
      if (loaded === null || failure !== null) return;
      const first = side === "after" ? endOf(loaded) : addDays(loaded.first, -days);
      load(side, { first, days }, (chunk) => {
        const now = use.getState().chunks;
        put(side === "after" ? [...now, chunk] : [chunk, ...now]);
      });
    },

    /** Asks again for what changed since and is in sight: the days from `from` to `to`, both among them. */
    refresh(from: CalendarDate, to: CalendarDate): void {
      for (const chunk of use.getState().chunks) {
        const { first } = chunk;
        if (!chunk.stale || first > to || endOf(chunk) <= from) continue;
        load(first, chunk, (fresh) =>
          put(use.getState().chunks.map((one) => (one.first === first ? kept(one, fresh) : one))),
        );
      }
    },

    /** Something changed at the desk. */
    changed(): void {
      changes += 1;
      const chunks = use.getState().chunks.map((chunk) => ({ ...chunk, stale: true }));
      use.setState({ chunks, failure: null });
    },
  };
}
export type Agenda = ReturnType<typeof createAgenda>;

/** The list of this window. */
export const agenda = createAgenda((days) => call("schedule.get", days));

/** Keeps the list in step with the desk; what happened before is asked for again too. */
export function followAgenda(): () => void {
  agenda.changed();
  return listen("schedule.changed", agenda.changed);
}
