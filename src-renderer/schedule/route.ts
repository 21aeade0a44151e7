import { SCHEDULE_VIEWS, type ScheduleView } from "../../src-shared/bridge/contract/business.ts";
import type { CalendarDate, Id } from "../../src-shared/domain/primitives.ts";
import { useWindow } from "../store/window.ts";
import { shownView } from "./views.ts";

/** What of the schedule stands in the address, so that a page that is loaded again shows the same. */
export interface Route {
  readonly view: ScheduleView | null;
  readonly date: CalendarDate | null;
  readonly personId: Id | null;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `?view=week&day=2026-11-19&person=…`; empty when nothing was chosen. */
export function searchOf({ view, date, personId }: Route): string {
  const parts = new URLSearchParams();
  if (view !== null) parts.set("view", view);
  if (date !== null) parts.set("day", date);
  if (view === "week" && personId !== null) parts.set("person", personId);
  const search = parts.toString();
  return search === "" ? "" : `?${search}`;
}

/** Reads an address; what it doesn't understand counts as not chosen. */
export function routeOf(search: string): Route {
  const parts = new URLSearchParams(search);
  const day = parts.get("day") ?? "";
  return {
    view: SCHEDULE_VIEWS.find((view) => view === parts.get("view")) ?? null,
    date: DATE.test(day) && !Number.isNaN(Date.parse(day)) ? day : null,
    personId: parts.get("person"),
  };
}

let begun = false;

/** Takes over the address once, and keeps it in step from then on. */
export function beginRoute(): void {
  if (begun) return;
  begun = true;
  const { view, date, personId } = routeOf(window.location.search);
  useWindow.setState((now) => ({
    view: view ?? shownView(),
    date: now.date ?? date,
    personId: now.personId ?? personId,
  }));
  useWindow.subscribe((now, before) => {
    const [search, old] = [searchOf(now), searchOf(before)];
    const { pathname } = window.location;
    if (search !== old) window.history.replaceState(null, "", `${pathname}${search}`);
  });
}
