import { Phone, TriangleAlert } from "lucide-react";
import {
  type CSSProperties,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { BookingKey } from "../../store/booking-key.ts";
import { seenBooking, useSchedule } from "../../store/schedule.ts";
import { useAsked } from "../../store/use-asked.ts";
import { Icon } from "../../ui/icon.tsx";
import { Note } from "../../ui/note.tsx";
import { customerLabel } from "../actions/bookings.ts";
import { BookingFacts, BookingNotes } from "../pane/booking-facts.tsx";
import { STATUS_ICONS } from "../status-look.ts";
import { besideCell } from "./place-card.ts";
import "./hover-card.css";

interface CardProps {
  readonly id: BookingKey;
  /** The booking's own element; the card stands beside it and describes it. */
  readonly cell: HTMLElement;
}

/** Everything that is to be known of a booking at a glance, beside it. */
export function HoverCard({ id, cell }: CardProps) {
  const booking = useSchedule(() => seenBooking(id));
  if (booking === undefined) return null;
  if (booking.customerId === null) return <Card booking={booking} phone="" cell={cell} />;
  return <CardOfKnown booking={booking} customerId={booking.customerId} cell={cell} />;
}

interface InProps {
  readonly booking: ScheduledBooking;
  readonly cell: HTMLElement;
}

/** Waits for the number, so that nothing in the card jumps. */
function CardOfKnown({ customerId, ...props }: InProps & { readonly customerId: Id }) {
  const { value, failure } = useAsked("customer.get", { id: customerId }, ["catalogue.changed"]);
  if (value === null && failure === null) return null;
  return <Card {...props} phone={value?.customer.phone ?? ""} />;
}

function Card({ booking, phone, cell }: InProps & { readonly phone: string }) {
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const place = usePlace(card, cell, id);
  return (
    <div ref={card} id={id} role="tooltip" className={`hover-card t-${booking.tint}`} style={place}>
      <Head booking={booking} />
      {booking.customerAlert === "" ? null : (
        <Note tone="attention" icon={TriangleAlert}>
          {booking.customerAlert}
        </Note>
      )}
      <BookingFacts booking={booking} conflicts={NO_CONFLICTS} />
      {phone === "" ? null : (
        <div className="facts">
          <div>
            <Icon of={Phone} />
            <span className="phone">{phone}</span>
          </div>
        </div>
      )}
      <BookingNotes booking={booking} />
    </div>
  );
}

/** What it overlaps is drawn on the grid, and listed in the pane. */
const NO_CONFLICTS: Parameters<typeof BookingFacts>[0]["conflicts"] = [];

function Head({ booking }: Pick<InProps, "booking">) {
  const { t } = useTranslation();
  return (
    <header>
      <b>{customerLabel(booking)}</b>
      <span className={`status st-${booking.status}`}>
        <Icon of={STATUS_ICONS[booking.status]} size={14} />
        {t(`schedule.status.${booking.status}`)}
      </span>
      {booking.firstVisit ? <span className="tag">{t("schedule.firstVisit")}</span> : null}
    </header>
  );
}

const UNSEEN: CSSProperties = { visibility: "hidden" };

/** Puts the card beside the booking, whatever its size is, and names it as what describes the booking. */
function usePlace(
  card: RefObject<HTMLElement | null>,
  cell: HTMLElement,
  id: string,
): CSSProperties {
  const [place, setPlace] = useState(UNSEEN);
  useLayoutEffect(() => {
    const element = card.current;
    const book = cell.closest(".book");
    if (element === null || book === null) return undefined;
    const onSize = (): void => {
      setPlace(
        besideCell({
          book: book.getBoundingClientRect(),
          cell: cell.getBoundingClientRect(),
          card: { width: element.offsetWidth, height: element.offsetHeight },
        }),
      );
    };
    onSize();
    const watching = new ResizeObserver(onSize);
    watching.observe(element);
    cell.setAttribute("aria-describedby", id);
    return () => {
      watching.disconnect();
      cell.removeAttribute("aria-describedby");
    };
  }, [card, cell, id]);
  return place;
}
