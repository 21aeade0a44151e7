import type { KeyCommand } from "../app/keyboard.ts";
import { changePreferences, useCatalogue } from "../store/catalogue.ts";
import { useWindow } from "../store/window.ts";
import { NOTHING_WANTED, openDialog } from "./desk/desk-dialogs.ts";
import { closeDraft, showToday, startDraft, stepPeriod } from "./actions/drafting.ts";
import { sayFailure } from "./actions/history.ts";
import { heldBooking, pickUpShown, putBack } from "./moving/held.ts";
import { showView } from "./views.ts";

export const ZOOMS = [0, 1, 2] as const;

/** One step larger or smaller; nothing at the ends. */
export function zoomBy(step: 1 | -1): void {
  const zoom = ZOOMS.find((z) => z === useCatalogue.getState().preferences.zoom + step);
  if (zoom !== undefined) changePreferences({ zoom }).catch(sayFailure);
}

function goBack(): void {
  const { draft, editing } = useWindow.getState();
  if (heldBooking() !== null) putBack();
  else if (draft !== null) closeDraft();
  else if (editing) useWindow.setState({ editing: false });
  else useWindow.setState({ selection: null });
}

/** The schedule's part of the keys. */
export function runScheduleKey(command: KeyCommand): void {
  switch (command) {
    case "today":
      return showToday();
    case "dayView":
      return showView("day");
    case "weekView":
      return showView("week");
    case "monthView":
      return showView("month");
    case "listView":
      return showView("list");
    case "previous":
      return stepPeriod(-1);
    case "next":
      return stepPeriod(1);
    case "create":
      return startDraft();
    case "block":
      return startDraft(null, "block");
    case "findTime":
      return openDialog({ is: "find", wanted: NOTHING_WANTED });
    case "slots":
      return document.querySelector<HTMLElement>("[data-slot]")?.focus();
    case "pickUp":
      return pickUpShown();
    case "walkIn":
      return useWindow.setState({ walkInOpen: true });
    case "print":
      return useWindow.setState({ printOpen: true });
    case "zoomIn":
      return zoomBy(1);
    case "zoomOut":
      return zoomBy(-1);
    case "edit":
      return useWindow.setState(({ selection }) => ({ editing: selection !== null }));
    case "back":
      return goBack();
    default:
      return undefined;
  }
}
