import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { minutesOf } from "../../../src-shared/time/zones.ts";
import type { Chance } from "./chance.ts";

/** A stretch of one staff member's day, in minutes since midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Visit extends Stretch {
  readonly service: Service;
  /** Comes right after the one before, with the same customer. */
  readonly continues: boolean;
}

export interface StaffDay {
  readonly lunch: Stretch | null;
  readonly visits: readonly Visit[];
}

const STEP = 15;
const LUNCHES = [690, 705, 720, 735, 750, 765, 780, 795] as const;
/** Who works less than this needs no lunch. */
const LUNCH_AFTER_MINUTES = 300;

function onStep(minutes: number): number {
  return Math.ceil(minutes / STEP) * STEP;
}

function lunchOf(chance: Chance, hours: Stretch): Stretch | null {
  if (hours.to - hours.from < LUNCH_AFTER_MINUTES) return null;
  const from = Math.max(chance.pick(LUNCHES), onStep(hours.from + 90));
  return { from, to: from + (chance.happens(0.6) ? 30 : 45) };
}

/** What a staff member offers; everyday services come up more often than rare ones. */
export function offeredBy(services: readonly Service[], staffId: Id): Service[] {
  return services
    .filter(({ staffIds }) => staffIds.length === 0 || staffIds.includes(staffId))
    .flatMap((service) => {
      const weight = service.staffIds.length === 0 ? 1 : service.durationMinutes > 60 ? 2 : 5;
      return Array.from({ length: weight }, () => service);
    });
}

/** The shortest thing that goes together with another: a cut is often followed by a beard trim. */
function companionOf(services: readonly Service[], after: Service): Service | undefined {
  return after.name === "Short cut"
    ? services.find(({ name }) => name === "Beard trim")
    : undefined;
}

/**
 * Fills the hours of a day without overlaps.
 * @param demand how full the day is, from 0 to 1
 * @param kept time that something else takes up
 */
export function fillDay(
  chance: Chance,
  staff: { readonly hours: Stretch; readonly offers: readonly Service[] },
  demand: number,
  kept: readonly Stretch[],
): StaffDay {
  const lunch = kept.length > 0 ? null : lunchOf(chance, staff.hours);
  const taken = lunch === null ? kept : [...kept, lunch];
  const inTheWay = (stretch: Stretch): Stretch | undefined =>
    taken.find((other) => other.from < stretch.to && stretch.from < other.to);
  const visits: Visit[] = [];
  let at = staff.hours.from;
  const place = (service: Service, from: number, continues: boolean): boolean => {
    const visit = { from, to: from + service.durationMinutes, service, continues };
    if (visit.to > staff.hours.to || inTheWay(visit) !== undefined) return false;
    visits.push(visit);
    at = visit.to;
    return true;
  };
  while (at < staff.hours.to) {
    at = onStep(at);
    const blocked = inTheWay({ from: at, to: at + 1 });
    if (blocked !== undefined) at = blocked.to;
    else if (!chance.happens(demand)) at += chance.pick([STEP, 2 * STEP, 3 * STEP]);
    else {
      const service = chance.pick(staff.offers);
      if (!place(service, at, false)) at += STEP;
      else if (chance.happens(0.3)) {
        const companion = companionOf(staff.offers, service);
        if (companion !== undefined) place(companion, at, true);
      }
    }
  }
  return { lunch, visits };
}

/** Working hours of a staff member on an ISO weekday; null on a day off. */
export function hoursOn(staff: Staff, weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7): Stretch | null {
  const span = staff.hours?.[weekday][0];
  return span === undefined ? null : { from: minutesOf(span.from), to: minutesOf(span.to) };
}
