import { Copy, Mail, Phone, TriangleAlert } from "lucide-react";
import { type FocusEvent, lazy, Suspense, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { announce } from "../../app/live.tsx";
import { type BookingKey, partsOfKey } from "../../store/booking-key.ts";
import { seenBooking, useSchedule } from "../../store/schedule.ts";
import { useAsked } from "../../store/use-asked.ts";
import { useWindow } from "../../store/window.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Note } from "../../ui/note.tsx";
import { customerLabel, setStatus } from "../actions/bookings.ts";
import { EditButton } from "./edit-button.tsx";
import { BookingFacts, BookingLog, BookingNotes, BookingVisits } from "./booking-facts.tsx";
import { NEXT_STEPS } from "./next-step.ts";
import { PanelHead } from "./panel-head.tsx";
import { StatusSteps } from "./status-steps.tsx";

const EditBooking = lazy(async () => ({
  default: (await import("./edit-booking.tsx")).EditBooking,
}));

/** A booking in the pane: who, what now, everything about it, and the next step as the one big button. */
export function BookingPanel({ id }: { readonly id: BookingKey }) {
  const { t } = useTranslation();
  const editing = useWindow((s) => s.editing);
  const asked = useAsked("booking.get", partsOfKey(id), ["schedule.changed", "catalogue.changed"]);
  const seen = useSchedule(() => seenBooking(id));
  const booking = newest(seen, asked.value?.booking);
  if (booking === null)
    return asked.failure === null ? null : (
      <>
        <PanelHead title="" />
        <p className="pane-pad sub">{t("schedule.booking.gone")}</p>
      </>
    );
  if (editing)
    return (
      <Suspense fallback={null}>
        <EditBooking booking={booking} log={asked.value?.log ?? []} />
      </Suspense>
    );
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

/** The last step takes its button away; whoever pressed it goes on with what is left. */
function useFocusKept(isLast: boolean) {
  const foot = useRef<HTMLElement>(null);
  const within = useRef(false);
  useLayoutEffect(() => {
    if (isLast && within.current && document.activeElement === document.body)
      foot.current?.querySelector("button")?.focus();
  }, [isLast]);
  return {
    ref: foot,
    onFocus: () => {
      within.current = true;
    },
    // An element that is taken out of the page loses the focus without one that gets it.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) within.current = false;
    },
  };
}

function PanelFoot({ booking }: { readonly booking: ScheduledBooking }) {
  const { t } = useTranslation();
  const step = NEXT_STEPS[booking.status];
  return (
    <footer className="act" {...useFocusKept(step === null)}>
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
