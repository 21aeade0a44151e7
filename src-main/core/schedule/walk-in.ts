import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Business, Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { addDays, dateAt, instantOfWall, toMs } from "../../../src-shared/time/zones.ts";
import { conflictsAt, surroundingsOf } from "./availability.ts";
import { choosableStaff } from "./choices.ts";
import { clockOf, isTaken, spanOf } from "./conflicts.ts";
import { closureSpan, firstFreeStart, workingSpans } from "./spans.ts";
import type { Stores } from "./stores.ts";

const MARK_MS = 5 * 60_000;

/** Now, on the five-minute mark that just passed; epoch milliseconds, as `now`. */
export function walkInStart(now: number): number {
  return Math.floor(now / MARK_MS) * MARK_MS;
}

interface Request {
  readonly business: Business;
  readonly service: Service;
  readonly start: number;
  readonly length: number;
}

/** Starts while they work; only the end runs over a break or closing time. */
function onlyRunsOver(conflicts: readonly Conflict[], start: number): boolean {
  return conflicts.every((c) => c.kind === "outsideHours" && toMs(c.start) > start);
}

/** The first who is there and free all the time, else the first who is there now and would run over. */
function firstFree(
  stores: Stores,
  { business, start, length }: Request,
  staff: readonly Staff[],
): Staff | undefined {
  const tried = staff.map((member) => ({
    member,
    conflicts: conflictsAt(stores, business, {
      staff: member,
      span: { start, end: start + length },
      ignore: null,
    }),
  }));
  const found =
    tried.find(({ conflicts }) => conflicts.length === 0) ??
    tried.find(({ conflicts }) => onlyRunsOver(conflicts, start));
  return found?.member;
}

/** When a staff member could begin today, or null. */
function soonest(stores: Stores, request: Request, staff: Staff): number | null {
  const { business, start, length } = request;
  const { zone } = business;
  const end = instantOfWall(addDays(dateAt(start, zone), 1), 0, zone);
  const today = { start, end };
  const reach = { start, end: end + length };
  const around = surroundingsOf(stores, business, { staff, span: reach, ignore: null });
  const taken = [
    ...[...around.bookings, ...around.blocks].map(spanOf),
    ...around.closures.map((closure) => closureSpan(closure, zone)),
  ];
  return firstFreeStart(today, length, taken, workingSpans(around.hours, today, zone));
}

function nobodyIsFree(stores: Stores, request: Request, staff: readonly Staff[]): AppError {
  const next = staff
    .map((member) => ({ member, at: soonest(stores, request, member) }))
    .filter((candidate) => candidate.at !== null)
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
  const who = next?.at
    ? `; ${next.member.name} is free at ${clockOf(next.at, request.business.zone)}`
    : ", and nobody will be today";
  return new AppError("CONFLICT", `Nobody is free for ${request.service.name} now${who}.`);
}

/** The one named, unless their time is taken: that they are outside their hours is for the person who chose to know. */
function named(stores: Stores, request: Request, staff: Staff): Staff {
  const { business, start, length } = request;
  const span = { start, end: start + length };
  const conflicts = conflictsAt(stores, business, { staff, span, ignore: null });
  if (!conflicts.some(isTaken)) return staff;
  const at = soonest(stores, request, staff);
  const when = at === null ? ", and will not be today" : `, but at ${clockOf(at, business.zone)}`;
  throw new AppError("CONFLICT", `${staff.name} is not free now${when}.`);
}

/**
 * Who takes a walk-in for a service at `start` (epoch milliseconds): the one named, or the first by position who
 * does the service and is free.
 * @throws AppError CONFLICT saying who is free soonest; NOT_FOUND, NOT_ALLOWED for the one named
 */
export function chooseStaffForWalkIn(
  stores: Stores,
  service: Service,
  staffId: Id | null,
  start: number,
): Staff {
  const length = service.durationMinutes * 60_000;
  const request = { business: stores.theBusiness(), service, start, length };
  if (staffId !== null) return named(stores, request, choosableStaff(stores, staffId));
  const able = stores.staff
    .list()
    .filter(
      ({ id, active }) =>
        active && (service.staffIds.length === 0 || service.staffIds.includes(id)),
    );
  const found = firstFree(stores, request, able);
  if (found === undefined) throw nobodyIsFree(stores, request, able);
  return found;
}
