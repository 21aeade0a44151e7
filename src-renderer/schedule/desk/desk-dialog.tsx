import { ConflictsDialog } from "../conflicts/conflicts-dialog.tsx";
import { FindDialog } from "../waitlist/find-dialog.tsx";
import { WaitingDialog } from "../waitlist/waiting-dialog.tsx";
import { WaitlistDialog } from "../waitlist/waitlist-dialog.tsx";
import { useDeskDialog } from "./desk-dialogs.ts";
import "../waitlist/waitlist.css";

/** The dialog of the desk that is open. */
export function DeskDialog() {
  const open = useDeskDialog((s) => s.open);
  switch (open?.is) {
    case undefined:
      return null;
    case "find":
      return <FindDialog wanted={open.wanted} />;
    case "waitlist":
      return <WaitlistDialog freed={open.freed} />;
    case "waiting":
      return <WaitingDialog row={open.row} wanted={open.wanted} />;
    case "conflicts":
      return <ConflictsDialog />;
  }
}
