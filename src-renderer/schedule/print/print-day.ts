import { create } from "zustand";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import { call } from "../../bridge.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { useSchedule } from "../../store/schedule.ts";
import { columnsOf } from "../day-columns.ts";
import { customersOn, daySheet, type DaySheetWish, type SheetPart } from "./day-sheet.ts";

/** Everything on paper, settled before it is drawn: what is printed does not change under the printer. */
export interface PrintedDay {
  readonly date: CalendarDate;
  readonly wish: DaySheetWish;
  readonly parts: readonly SheetPart[];
  readonly phones: Readonly<Record<Id, string>>;
  /** Epoch milliseconds: a sheet of this morning is not the day as it is now. */
  readonly at: number;
}

interface Printing {
  /** What is drawn for the printer; null while nothing is printed. */
  readonly printed: PrintedDay | null;
}

export const usePrinting = create<Printing>()(() => ({ printed: null }));

/**
 * Draws the sheet of a loaded day for the printer; `PrintedSheet` opens the system's dialog when it stands.
 * @throws BridgeFailure if the phone numbers of a detailed sheet can't be read: nothing is printed without them
 */
export async function printDay(date: CalendarDate, wish: DaySheetWish, at: number): Promise<void> {
  const { business, staff } = useCatalogue.getState();
  if (business === null) return;
  const day = useSchedule.getState().days.get(date);
  const parts = daySheet(columnsOf({ staff, business, date, day }, []), wish);
  const ids = [...customersOn(parts)];
  const phones =
    wish.detail === "detailed" && ids.length > 0 ? await call("customer.phones", { ids }) : {};
  usePrinting.setState({ printed: { date, wish, parts, phones, at } });
}
