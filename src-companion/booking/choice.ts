import { addDays, dateAt, instantOfWall } from "../../src-shared/time/zones.ts";
import type { Companion } from "../http/env.ts";
import { type BookableBusiness, type BookableService, doersOf } from "./business.ts";
import { bookableDays, type FreeTime, freeTimes, isOpenOn, openSpan } from "./free-times.ts";
import { type Own, takenBetween } from "./taken.ts";

const DAYS_SHOWN = 7;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the address of the page asks for; anything that does not exist counts as not asked for. */
export interface Asked {
  readonly service?: string | undefined;
  readonly staff?: string | undefined;
  readonly day?: string | undefined;
  /** The booking that shall move. */
  readonly moves?: string | undefined;
}

export interface DayOfChoice {
  readonly date: string;
  readonly isOpen: boolean;
  /** See `openSpan`. */
  readonly open: readonly [from: number, until: number] | null;
  readonly times: readonly FreeTime[];
}

/** Everything that the page of a business shows. */
export interface Choice {
  readonly business: BookableBusiness;
  /** Null: to be chosen first. */
  readonly service: BookableService | null;
  /** Null: anyone. */
  readonly staffId: string | null;
  readonly moves: string | null;
  /** Seven of them, or none while no service is chosen. */
  readonly days: readonly DayOfChoice[];
  /** The one whose times are shown where there is room for one only. */
  readonly day: string;
  readonly earlier: string | null;
  readonly later: string | null;
}

/** The first of the seven days: they begin with today and go on in sevens. */
function firstOf(asked: string | undefined, [today, end]: readonly [string, string]): string {
  if (asked === undefined || !DATE.test(asked) || asked < today || asked >= end) return today;
  let first = today;
  while (addDays(first, DAYS_SHOWN) <= asked) first = addDays(first, DAYS_SHOWN);
  return first;
}

async function daysFrom(
  companion: Companion,
  business: BookableBusiness,
  wish: {
    readonly service: BookableService;
    readonly staffId: string | null;
    readonly first: string;
    readonly own: Own;
  },
): Promise<readonly DayOfChoice[]> {
  const { service, staffId, first, own } = wish;
  const span = [
    instantOfWall(first, 0, business.zone),
    instantOfWall(addDays(first, DAYS_SHOWN), 0, business.zone),
  ] as const;
  const taken = await takenBetween(companion, business.id, span, own);
  const staff = doersOf(business, service).filter(({ id }) => staffId === null || id === staffId);
  const now = companion.clock.now();
  return Array.from({ length: DAYS_SHOWN }, (_, i) => {
    const date = addDays(first, i);
    const { durationMinutes } = service;
    return {
      date,
      isOpen: isOpenOn(business, date),
      open: openSpan(business, date),
      times: freeTimes({ business, staff, durationMinutes, date, taken, now }),
    };
  });
}

/** What is to be chosen from, for what the address asks for; what is the asker's own is free for them. */
export async function choiceOf(
  companion: Companion,
  business: BookableBusiness,
  asked: Asked,
  own: Own = {},
): Promise<Choice> {
  const service = business.services.find(({ id }) => id === asked.service) ?? null;
  const doers = service === null ? [] : doersOf(business, service);
  const staffId = doers.find(({ id }) => id === asked.staff)?.id ?? null;
  const bounds = bookableDays(business, companion.clock.now());
  const first = firstOf(asked.day, bounds);
  const days =
    service === null ? [] : await daysFrom(companion, business, { service, staffId, first, own });
  const firstFree = days.find(({ times }) => times.length > 0)?.date ?? first;
  const isAsked = days.some(({ date }) => date === asked.day);
  const earlier = addDays(first, -DAYS_SHOWN);
  const later = addDays(first, DAYS_SHOWN);
  return {
    business,
    service,
    staffId,
    moves: asked.moves ?? null,
    days,
    day: isAsked ? (asked.day ?? firstFree) : firstFree,
    earlier: first > bounds[0] ? earlier : null,
    later: later < bounds[1] ? later : null,
  };
}

/** Where the page of a business is with this choice. */
export function choicePath(slug: string, asked: Asked & { readonly remark?: string }): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
  const text = query.toString();
  return text === "" ? `/b/${slug}` : `/b/${slug}?${text}`;
}

/** The day of a moment at the business, for an address. */
export function dayOf({ zone }: BookableBusiness, ms: number): string {
  return dateAt(ms, zone);
}
