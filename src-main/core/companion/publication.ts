import { createHash } from "node:crypto";
import type { Business, ClosedDays, Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Offer } from "../../../src-shared/bridge/contract/companion.ts";
import type { BusyInterval, PublicProfile } from "../../../src-shared/companion/wire.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { Span } from "../schedule/spans.ts";

export interface ProfileParts {
  readonly business: Business;
  /** In the order to be shown. */
  readonly services: readonly Service[];
  readonly staff: readonly Staff[];
  readonly offer: Offer;
  /** The closed days of the time that can be booked. */
  readonly closed: readonly ClosedDays[];
}

/**
 * All that customers may see of the business, built field by field: what is not named here does not leave the desk.
 * A service that nobody does any more is left out, since an empty list would mean everybody.
 */
export function publicProfile(parts: ProfileParts): PublicProfile {
  const { business, services, staff, offer, closed } = parts;
  const { name, zone, currency, locale, weekStart, slotMinutes, hours } = business;
  const active = staff.filter((one) => one.active);
  const works = new Set(active.map(({ id }) => id));
  const { confirming, cutoffMinutes, leadMinutes, horizonDays, address, phone, accent } = offer;
  return {
    name,
    zone,
    currency,
    locale,
    weekStart,
    slotMinutes,
    hours,
    closures: closed.map(({ from, to }) => ({ from, to, name: "" })),
    address,
    phone,
    ...(accent === null ? {} : { accent }),
    services: services
      .filter((one) => one.active && one.online)
      .map((one) => ({ ...one, doers: one.staffIds.filter((id) => works.has(id)) }))
      .filter(({ staffIds, doers }) => staffIds.length === 0 || doers.length > 0)
      .map((one) => ({
        id: one.id,
        name: one.name,
        durationMinutes: one.durationMinutes,
        tint: one.tint,
        priceMinor: one.priceMinor,
        staffIds: one.doers,
      })),
    staff: active.map((one) => ({ id: one.id, name: one.name, hours: one.hours })),
    rules: { confirming, cutoffMinutes, leadMinutes, horizonDays },
  };
}

/** Stretches that touch or overlap become one: how many there are behind one is nobody's business. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

export interface TakenBy {
  /** Null: everybody. */
  readonly staffId: Id | null;
  readonly spans: readonly Span[];
}

/** When whom can't be booked within the window; nothing says why. */
export function busyIntervals(taken: readonly TakenBy[], window: Span): BusyInterval[] {
  return taken.flatMap(({ staffId, spans }) =>
    merged(spans)
      .map(({ start, end }) => ({
        start: Math.max(start, window.start),
        end: Math.min(end, window.end),
      }))
      .filter(({ start, end }) => start < end)
      .map(({ start, end }) => ({ staffId, start: toInstant(start), end: toInstant(end) })),
  );
}

/** What tells two publications apart. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
