import type { ScheduleView } from "../../src-shared/bridge/contract/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { changePreferences, useCatalogue } from "../store/catalogue.ts";
import { useWindow } from "../store/window.ts";
import { sayFailure } from "./actions/history.ts";

/** The shown view outside of React. */
export function shownView(): ScheduleView {
  return useWindow.getState().view ?? useCatalogue.getState().preferences.view;
}

/**
 * The view that this window shows. Before one was chosen in it, the desk's last one; what another window chooses
 * later does not turn this one over, because a window holds on to what it began with.
 */
export function useView(): ScheduleView {
  const chosen = useWindow((s) => s.view);
  const last = useCatalogue((s) => s.preferences.view);
  return chosen ?? last;
}

/** Shows one day with its persons, in this window only. */
export function showDay(date: CalendarDate): void {
  useWindow.setState({ view: "day", date });
}

/** Shows a view, and opens the next window with it. */
export function showView(view: ScheduleView): void {
  useWindow.setState({ view });
  changePreferences({ view }).catch(sayFailure);
}
