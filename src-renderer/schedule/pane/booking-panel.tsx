import { Copy, Ellipsis, Mail, Pencil, Phone, TriangleAlert, User, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { announce } from "../../app/live.tsx";
import { seenBooking, useSchedule } from "../../store/schedule.ts";
import { useAsked } from "../../store/use-asked.ts";
import { openCustomer, select, useWindow } from "../../store/window.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { MenuButton, type MenuEntry } from "../../ui/menu.tsx";
import { Note } from "../../ui/note.tsx";
import { customerLabel, setStatus } from "../actions/bookings.ts";
import { EditButton } from "./block-panel.tsx";
import { BookingFacts, BookingLog, BookingNotes, BookingVisits } from "./booking-facts.tsx";
import { EditBooking } from "./edit-booking.tsx";
import { NEXT_STEPS } from "./next-step.ts";
import { StatusSteps } from "./status-steps.tsx";

/** A booking in the pane: who, what now, everything about it, and the next step as the one big button. */
export function BookingPanel({ id }: { readonly id: Id }) {
  const { t } = useTranslation();
  const editing = useWindow((s) => s.editing);
  const asked = useAsked("booking.get", { id }, ["schedule.changed", "catalogue.changed"]);
  const seen = useSchedule(() => seenBooking(id));
  const booking = newest(seen, asked.value?.booking);
  if (booking === null)
    return asked.failure === null ? null : (
      <>
        <PanelHead title="" />
        <p className="pane-pad sub">{t("schedule.booking.gone")}</p>
      </>
    );
  if (editing) return <EditBooking booking={booking} />;
  return (
    <>
      <PanelHead title={customerLabel(booking)} booking={booking} />
      <div className="pane-scroll">
        <Contact booking={booking} />
        <StatusSteps booking={booking} />
        {booking.customerAlert === "" ? null : (
          <div className="pane-note">
            <Note tone="attention" icon={TriangleAlert}>
              {booking.customerAlert}
            </Note>
          </div>
        )}
        <BookingFacts booking={booking} conflicts={asked.value?.conflicts ?? []} />
        <BookingNotes booking={booking} />
        <BookingVisits booking={booking} />
        <BookingLog booking={booking} log={asked.value?.log ?? []} />
      </div>
      <PanelFoot booking={booking} />
    </>
  );
}

/** What was put into the schedule after a change is newer than the last answer, and the other way round. */
function newest(
  seen: ScheduledBooking | undefined,
  answered: ScheduledBooking | undefined,
): ScheduledBooking | null {
  if (seen === undefined || answered === undefined) return seen ?? answered ?? null;
  return answered.revision >= seen.revision ? answered : seen;
}

interface HeadProps {
  readonly title: string;
  readonly booking?: ScheduledBooking;
}

export function PanelHead({ title, booking }: HeadProps) {
  const { t } = useTranslation();
  return (
    <header className="pane-head">
      <h1 className="who grow cut">{title}</h1>
      {booking === undefined ? null : (
        <MenuButton label={t("schedule.booking.more")} entries={useEntries(booking)}>
          <IconButton label={t("schedule.booking.more")} icon={Ellipsis} />
        </MenuButton>
      )}
      <IconButton label={t("schedule.booking.close")} icon={X} onPress={() => select(null)} />
    </header>
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
          { is: "rule", id: "rule" },
          {
            is: "do",
            id: "cancel",
            label: t("schedule.booking.cancel"),
            icon: X,
            danger: true,
            run: () => useWindow.setState({ cancelling: booking.id }),
          },
        ];
  return [edit, ...customer, ...cancel];
}

function Contact({ booking }: { readonly booking: ScheduledBooking }) {
  if (booking.customerId === null) return null;
  return <ContactOf id={booking.customerId} />;
}

function ContactOf({ id }: { readonly id: Id }) {
  const { t } = useTranslation();
  const customer = useAsked("customer.get", { id }, ["catalogue.changed"]).value?.customer;
  if (customer === undefined) return <div className="contact-space" />;
  return (
    <div className="contact">
      {customer.phone === "" ? null : (
        <ContactLine icon={Phone} text={customer.phone} copy={t("schedule.booking.copyPhone")} />
      )}
      {customer.email === "" ? null : (
        <ContactLine icon={Mail} text={customer.email} copy={t("schedule.booking.copyEmail")} />
      )}
    </div>
  );
}

interface LineProps {
  readonly icon: typeof Phone;
  readonly text: string;
  readonly copy: string;
}

function ContactLine({ icon, text, copy }: LineProps) {
  const { t } = useTranslation();
  const onPress = (): void => {
    void navigator.clipboard.writeText(text).then(() => announce(t("schedule.booking.copied")));
  };
  return (
    <div>
      <Icon of={icon} />
      <span className="grow cut">{text}</span>
      <IconButton size="small" label={copy} icon={Copy} onPress={onPress} />
    </div>
  );
}

function PanelFoot({ booking }: { readonly booking: ScheduledBooking }) {
  const { t } = useTranslation();
  const step = NEXT_STEPS[booking.status];
  return (
    <footer className="act">
      {step === null ? (
        <span className="grow" />
      ) : (
        <Button
          kind="primary"
          size="large"
          className="grow"
          icon={step.icon}
          onPress={() => void setStatus(booking, step.to)}
        >
          {t(`schedule.booking.next.${step.words}`)}
        </Button>
      )}
      <EditButton />
    </footer>
  );
}
