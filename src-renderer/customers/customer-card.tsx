import { CalendarPlus, Copy, Pencil, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CustomerCard } from "../../src-shared/bridge/contract/business.ts";
import { BookingStatus } from "../../src-shared/domain/booking.ts";
import type { Visit } from "../../src-shared/domain/customer.ts";
import { startDraft } from "../schedule/actions/drafting.ts";
import { STATUS_ICONS } from "../schedule/status-look.ts";
import { type BookingKey, occurrenceKey } from "../store/booking-key.ts";
import { openBooking, openScreen } from "../store/window.ts";
import { copyText } from "../ui/copy-text.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { Note } from "../ui/note.tsx";
import { CardMenu } from "./card-menu.tsx";

interface CardProps {
  readonly card: CustomerCard;
  readonly onEdit: () => void;
}

/** Who a customer is: how to reach, what to mind, and the last visits. */
export function CustomerCardView({ card, onEdit }: CardProps) {
  const { t } = useTranslation();
  const { id, name, phone, email, notes, alert } = card.customer;
  const book = (): void => {
    openScreen("schedule");
    startDraft({ is: "known", id, name, about: phone });
  };
  return (
    <aside className="customer-aside" aria-labelledby="customer-name">
      <header className="customer-head">
        <div className="grow">
          <h2 id="customer-name">{name}</h2>
          <p className="small sub">{useNumbers(card)}</p>
        </div>
        <IconButton icon={Pencil} label={t("customers.editTitle", { name })} onPress={onEdit} />
        <CardMenu customer={card.customer} />
      </header>
      {alert === "" ? null : (
        <Note tone="attention" icon={TriangleAlert}>
          {alert}
        </Note>
      )}
      <dl className="customer-facts">
        <Reach label={t("customers.phone")} copy={t("customers.copyPhone")} value={phone} />
        <Reach label={t("customers.email")} copy={t("customers.copyEmail")} value={email} />
        {card.signIn.length === 0 ? null : (
          <>
            <dt>{t("online.signsIn")}</dt>
            <dd className="sign-in-badges">
              {card.signIn.map((method) => (
                <span key={method} className="sign-in-badge">
                  {t(`online.method.${method}`)}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>{t("customers.notes")}</dt>
        <dd className={notes === "" ? "mute" : "customer-notes"}>
          {notes === "" ? t("customers.noNotes") : notes}
        </dd>
      </dl>
      <Button kind="primary" size="large" icon={CalendarPlus} onPress={book}>
        {t("customers.book")}
      </Button>
      <Visits visits={card.lastVisits} />
    </aside>
  );
}

function useNumbers({ visits, noShows }: CustomerCard): string {
  const { t } = useTranslation();
  const came = visits === 0 ? t("customers.noVisits") : t("customers.visits", { count: visits });
  return noShows === 0 ? came : `${came}, ${t("customers.noShows", { count: noShows })}`;
}

interface ReachProps {
  readonly label: string;
  readonly copy: string;
  readonly value: string;
}

/** A way to reach somebody, with a button to copy it. */
function Reach({ label, copy, value }: ReachProps) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{label}</dt>
      <dd className="row">
        {value === "" ? (
          <span className="mute">{t("common.none")}</span>
        ) : (
          <>
            <span className="grow cut">{value}</span>
            <IconButton
              icon={Copy}
              size="small"
              label={copy}
              onPress={() => void copyText(value, t("customers.copied"))}
            />
          </>
        )}
      </dd>
    </>
  );
}

function Visits({ visits }: { readonly visits: readonly Visit[] }) {
  const { t } = useTranslation();
  return (
    <section className="customer-visits">
      <h3>{t("customers.lastVisits")}</h3>
      {visits.length === 0 ? <p className="mute">{t("customers.noVisits")}</p> : null}
      <ul>
        {visits.map((visit) => (
          <li key={keyOfVisit(visit)}>
            <VisitRow visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function keyOfVisit({ bookingId, originalStart }: Visit): BookingKey {
  return occurrenceKey(bookingId, originalStart);
}

function VisitRow({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const date = formats.dateOf(visit.start);
  const status = BookingStatus.safeParse(visit.status).data ?? "booked";
  return (
    <button type="button" className="visit" onClick={() => openBooking(keyOfVisit(visit), date)}>
      <span>{formats.shortDay(date)}</span>
      <span className="cut">
        {visit.serviceName} <span className="mute">{visit.staffName}</span>
      </span>
      <span className="row visit-status">
        <Icon of={STATUS_ICONS[status]} size={13} />
        {t(`schedule.status.${status}`)}
      </span>
    </button>
  );
}
