import { Ellipsis, Hand, Pencil, User, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { keyOf } from "../../store/booking-key.ts";
import { openCustomer, select, useWindow } from "../../store/window.ts";
import { IconButton } from "../../ui/button.tsx";
import { pickUp } from "../moving/held.ts";
import { MenuButton, type MenuEntry } from "../../ui/menu.tsx";

interface HeadProps {
  readonly title: string;
  readonly booking?: ScheduledBooking;
}

/** The name of what the pane shows, with what else can be done, and the way back. */
export function PanelHead({ title, booking }: HeadProps) {
  const { t } = useTranslation();
  return (
    <header className="pane-head">
      <h1 className="who grow cut">{title}</h1>
      {booking === undefined ? null : <BookingMenu booking={booking} />}
      <IconButton label={t("schedule.booking.close")} icon={X} onPress={() => select(null)} />
    </header>
  );
}

function BookingMenu({ booking }: { readonly booking: ScheduledBooking }) {
  const { t } = useTranslation();
  return (
    <MenuButton label={t("schedule.booking.more")} entries={useEntries(booking)}>
      <IconButton label={t("schedule.booking.more")} icon={Ellipsis} />
    </MenuButton>
  );
}

function useEntries(booking: ScheduledBooking): readonly MenuEntry[] {
  const { t } = useTranslation();
  const { customerId } = booking;
  const edit: MenuEntry = {
    is: "do",
    id: "edit",
    label: t("schedule.booking.edit"),
    icon: Pencil,
    run: () => useWindow.setState({ editing: true }),
  };
  const customer: readonly MenuEntry[] =
    customerId === null
      ? []
      : [
          {
            is: "do",
            id: "customer",
            label: t("schedule.booking.openCustomer"),
            icon: User,
            run: () => openCustomer(customerId),
          },
        ];
  const cancel: readonly MenuEntry[] =
    booking.status === "cancelled"
      ? []
      : [
          {
            is: "do",
            id: "move",
            label: t("moving.command"),
            icon: Hand,
            run: () => pickUp(booking),
          },
          { is: "rule", id: "rule" },
          {
            is: "do",
            id: "cancel",
            label: t("schedule.booking.cancel"),
            icon: X,
            danger: true,
            run: () => useWindow.setState({ cancelling: keyOf(booking) }),
          },
        ];
  return [edit, ...customer, ...cancel];
}
