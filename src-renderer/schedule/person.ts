import type { Staff } from "../../src-shared/domain/business.ts";
import type { Id } from "../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useWindow } from "../store/window.ts";

/** Whose week is shown: who was chosen, else the first who works here and has a column. */
export function personOf(
  staff: readonly Staff[],
  chosenId: Id | null,
  hiddenIds: readonly Id[],
): Staff | undefined {
  const here = staff.filter((s) => s.active);
  return (
    staff.find((s) => s.id === chosenId) ?? here.find((s) => !hiddenIds.includes(s.id)) ?? here[0]
  );
}

export function usePerson(): Staff | undefined {
  const chosenId = useWindow((s) => s.personId);
  const staff = useCatalogue((s) => s.staff);
  const hiddenIds = useCatalogue((s) => s.preferences.hiddenStaffIds);
  return personOf(staff, chosenId, hiddenIds);
}

/** The same outside of React. */
export function shownPerson(): Staff | undefined {
  const { staff, preferences } = useCatalogue.getState();
  return personOf(staff, useWindow.getState().personId, preferences.hiddenStaffIds);
}
