import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import type { Slot as FreeSlot } from "../../../src-shared/bridge/contract/waiting.ts";
import { DAY_MINUTES, toMs, wallClockAt } from "../../../src-shared/time/zones.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { currentTime } from "../../store/now.ts";
import { type Draft, type FormCustomer, openDayOnGrid, useWindow } from "../../store/window.ts";
import { type DayColumn, shownColumns } from "../day-columns.ts";
import { freeStarts } from "../grid/conflicts.ts";
import type { ColumnName } from "../grid/hit.ts";
import { formatsNow } from "../labels.ts";
import { stepped } from "../period.ts";
import { shownPerson } from "../person.ts";
import { shownView } from "../views.ts";
import { activeServices } from "./services.ts";

/** The shown day; today before one was chosen. */
export function shownDate(): CalendarDate {
  return useWindow.getState().date ?? formatsNow().today();
}

/** The length of a booking before a service was chosen for it. */
export function usualLength(staffId: Id): number {
  const does = activeServices().find(
    (s) => s.staffIds.length === 0 || s.staffIds.includes(staffId),
  );
  return does?.durationMinutes ?? 30;
}

/** The first minute of a day that can still be booked: now on today, the day's begin later on. */
function firstMinute(date: CalendarDate): number {
  const now = wallClockAt(currentTime(), formatsNow().zone);
  return date === now.date ? now.minutes : 0;
}

/** A break, if nothing else is said. */
const BLOCK_MINUTES = 30;

interface Slot {
  readonly staffId: Id;
  readonly start: number;
}

/** Who is looked at on a day: in a week its person, else everybody who is shown. */
function columnsInSight(date: CalendarDate): readonly DayColumn[] {
  const columns = shownColumns(date);
  const person = shownView() === "week" ? shownPerson()?.id : undefined;
  const own = columns.filter((c) => c.staff.id === person);
  return own.length === 0 ? columns : own;
}

/** The soonest free time of a day among all in sight; a place in the middle of the day if there is none. */
function firstFreeSlot(date: CalendarDate): Slot | null {
  const step = useCatalogue.getState().business?.slotMinutes ?? 15;
  const columns = columnsInSight(date);
  const slots = columns.flatMap((column): Slot[] => {
    const staffId = column.staff.id;
    const options = { after: firstMinute(date), step, limit: 1, ignoreKey: null };
    return freeStarts(usualLength(staffId), column, options).map((start) => ({ staffId, start }));
  });
  const [soonest] = slots.toSorted((a, b) => a.start - b.start);
  const anybody = columns[0];
  if (soonest !== undefined || anybody === undefined) return soonest ?? null;
  return { staffId: anybody.staff.id, start: DAY_MINUTES / 2 };
}

const UNTYPED = {
  customer: null,
  serviceId: null,
  deskNotes: "",
  customerNotes: "",
  price: "",
  repeat: null,
  title: "",
  everyone: false,
  others: [],
  lastDay: null,
  waiting: null,
} as const;

/** The form stands beside its place on the grid: its day is shown, in a week its person's. */
function show(draft: Draft): void {
  const { date, staffId } = draft;
  openDayOnGrid(date);
  useWindow.setState({ draft, personId: staffId, selection: null, editing: false });
}

type Stretch = Pick<Draft, "date" | "staffId" | "start" | "end" | "drawn">;

/** Opens the form for a stretch of the grid, or takes the open form there with all that was typed. */
export function openDraft(stretch: Stretch): void {
  const before = useWindow.getState().draft;
  show({ ...(before ?? { ...UNTYPED, is: "booking" }), ...stretch });
}

/** Opens the form at one place, as long as a booking usually is; an open form keeps its length. */
export function openDraftAt({ staffId, date }: ColumnName, start: number): void {
  const before = useWindow.getState().draft;
  const length = before === null ? usualLength(staffId) : before.end - before.start;
  const end = Math.min(start + length, DAY_MINUTES);
  openDraft({ date, staffId, start, end, drawn: before?.drawn ?? false });
}

/** Opens an empty form at the first free time of the shown day. */
export function startDraft(customer: FormCustomer = null, is: Draft["is"] = "booking"): void {
  const date = shownDate();
  const slot = firstFreeSlot(date);
  if (slot === null) return;
  const length = is === "block" ? BLOCK_MINUTES : usualLength(slot.staffId);
  const stretch = { date, ...slot, end: Math.min(slot.start + length, DAY_MINUTES), drawn: false };
  show({ ...UNTYPED, ...stretch, is, customer });
}

type Known = Partial<Pick<Draft, "serviceId" | "customer" | "deskNotes" | "waiting">>;

/** Opens the form at a free time that was found, with what is known of the booking. The day has to be shown by then. */
export function draftSlot({ staffId, start }: FreeSlot, known: Known): void {
  const { zone } = formatsNow();
  const { date, minutes } = wallClockAt(toMs(start), zone);
  const service = activeServices().find((one) => one.id === known.serviceId);
  const length = service?.durationMinutes ?? usualLength(staffId);
  const end = Math.min(minutes + length, DAY_MINUTES);
  const draft: Draft = {
    ...UNTYPED,
    is: "booking",
    date,
    staffId,
    start: minutes,
    end,
    drawn: false,
  };
  show({ ...draft, ...known });
}

export function changeDraft(changes: Partial<Draft>): void {
  useWindow.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, ...changes } }));
}

export function closeDraft(): void {
  useWindow.setState({ draft: null });
}

/** To the next day or week, or to the one before. */
export function stepPeriod(by: 1 | -1): void {
  useWindow.setState({ date: stepped(shownView(), shownDate(), by) });
}

/** Today, and tomorrow the day that is today then. */
export function showToday(): void {
  useWindow.setState({ date: null });
}
