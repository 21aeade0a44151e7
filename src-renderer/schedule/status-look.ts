import {
  Armchair,
  Check,
  CheckCheck,
  Circle,
  ConciergeBell,
  type LucideIcon,
  UserX,
  X,
} from "lucide-react";
import type { BookingStatus } from "../../src-shared/domain/booking.ts";

/** The icon of a status; a shape of its own for each, so that colour is never alone. */
export const STATUS_ICONS: Record<BookingStatus, LucideIcon> = {
  booked: Circle,
  confirmed: Check,
  arrived: ConciergeBell,
  inService: Armchair,
  done: CheckCheck,
  noShow: UserX,
  cancelled: X,
};
