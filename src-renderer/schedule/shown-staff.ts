import { useMemo } from "react";
import type { Staff } from "../../src-shared/domain/business.ts";
import type { Id } from "../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../store/catalogue.ts";

/** Who works here and is not hidden; everybody if that were nobody. */
export function shownStaff(staff: readonly Staff[], hiddenIds: readonly Id[]): readonly Staff[] {
  const here = staff.filter((s) => s.active);
  const shown = here.filter((s) => !hiddenIds.includes(s.id));
  return shown.length === 0 ? here : shown;
}

export function useShownStaff(): readonly Staff[] {
  const staff = useCatalogue((s) => s.staff);
  const hiddenIds = useCatalogue((s) => s.preferences.hiddenStaffIds);
  return useMemo(() => shownStaff(staff, hiddenIds), [staff, hiddenIds]);
}
