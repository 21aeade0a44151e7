import { Armchair, CheckCheck, ConciergeBell, type LucideIcon, Undo2 } from "lucide-react";
import type { BookingStatus } from "../../../src-shared/domain/booking.ts";

interface NextStep {
  readonly to: BookingStatus;
  /** A key below `schedule.booking.next`. */
  readonly words: "arrive" | "start" | "finish" | "bookAgain" | "reopen";
  readonly icon: LucideIcon;
}

const ARRIVE: NextStep = { to: "arrived", words: "arrive", icon: ConciergeBell };

/** What usually happens next to a booking; null where nothing does. */
export const NEXT_STEPS: Record<BookingStatus, NextStep | null> = {
  booked: ARRIVE,
  confirmed: ARRIVE,
  arrived: { to: "inService", words: "start", icon: Armchair },
  inService: { to: "done", words: "finish", icon: CheckCheck },
  done: null,
  noShow: { to: "arrived", words: "reopen", icon: Undo2 },
  cancelled: { to: "booked", words: "bookAgain", icon: Undo2 },
};
