import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Staff } from "../../../src-shared/domain/business.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { dateAt, toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { mustExist } from "../store/revision.ts";
import { placesAhead } from "../store/series-ahead.ts";
import type { SeriesState } from "../store/series-state.ts";
import { surroundingsOf } from "./availability.ts";
import { conflictsOf, describeConflict, spanOf } from "./conflicts.ts";
import type { Span } from "./spans.ts";
import type { Stores } from "./stores.ts";

/** What stands in the way of one occurrence. */
interface Found {
  readonly start: Instant;
  readonly conflict: Conflict;
}

/**
 * The weightiest conflict of each span that has one, in their order. What is around all of them is read at once;
 * reading it span by span would expand every other series as often.
 * @param ignore a booking whose own times are not in its way
 */
export function conflictsOfSpans(
  stores: Stores,
  staff: Staff,
  spans: readonly Span[],
  ignore: Id | null,
): readonly Found[] {
  if (spans.length === 0) return [];
  const reach = {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
  const ignored = ignore === null ? null : { bookingId: ignore, originalStart: null };
  const place = { staff, span: reach, ignore: ignored };
  const around = surroundingsOf(stores, stores.theBusiness(), place);
  return spans.flatMap((span) => {
    const [from, to] = [toInstant(span.start), toInstant(span.end)];
    const near = <Row extends { readonly start: Instant; readonly end: Instant }>(
      rows: readonly Row[],
    ) => rows.filter((row) => row.start < to && row.end > from);
    const [conflict] = conflictsOf(span, {
      ...around,
      bookings: near(around.bookings),
      blocks: near(around.blocks),
    });
    return conflict === undefined ? [] : [{ start: from, conflict }];
  });
}

/**
 * The next sixty occurrences, at most a year ahead, have to be free of everything but the series itself.
 * @throws AppError CONFLICT with the day and the weightiest reason, unless `anyway`
 */
export function assertSeriesFree(stores: Stores, state: SeriesState, anyway: boolean): void {
  if (anyway) return;
  const { zone } = stores.theBusiness();
  const byStaff = Map.groupBy(placesAhead(state, stores.now()), (one) => one.staffId);
  for (const [staffId, places] of byStaff) {
    const staff = mustExist(stores.staff.find(staffId), "staff member");
    const spans = places.map(spanOf);
    const [found] = conflictsOfSpans(stores, staff, spans, state.booking.id);
    if (found === undefined) continue;
    const day = dateAt(toMs(found.start), zone);
    throw new AppError("CONFLICT", `On ${day}: ${describeConflict(found.conflict, zone)}`);
  }
}
