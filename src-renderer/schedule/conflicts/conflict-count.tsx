import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { openDialog } from "../desk/desk-dialogs.ts";
import { useConflictCount } from "./use-conflicts.ts";

/** How many bookings are in conflict, on any day to come; leads to the list of them. */
export function ConflictCount() {
  const { t } = useTranslation();
  const count = useConflictCount();
  if (count === 0) return null;
  return (
    <button type="button" className="it att" onClick={() => openDialog({ is: "conflicts" })}>
      <Icon of={TriangleAlert} size={13} />
      {t("waitlist.conflicts", { count })}
    </button>
  );
}
