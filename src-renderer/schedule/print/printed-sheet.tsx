import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { useFormats } from "../../ui/formats.ts";
import { joinClass } from "../../ui/join-class.ts";
import { customerLabel } from "../actions/bookings.ts";
import type { SheetPart } from "./day-sheet.ts";
import { type PrintedDay, usePrinting } from "./print-day.ts";
import "./printed-sheet.css";

/** The day on paper: a table a person, never the grid. Seen by the printer only. */
export function PrintedSheet({ printed }: { readonly printed: PrintedDay }) {
  useEffect(() => {
    const done = (): void => usePrinting.setState({ printed: null });
    window.addEventListener("afterprint", done, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", done);
  }, [printed]);
  return createPortal(<Sheet printed={printed} />, document.body);
}

function Sheet({ printed }: { readonly printed: PrintedDay }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = useCatalogue((s) => s.business?.name ?? "");
  const { date, parts, at } = printed;
  const day = `${formats.weekday(date)} ${formats.dayAndMonth(date)}`;
  const moment = `${formats.weekdayAndDay(formats.dateOf(at))}, ${formats.time(at)}`;
  return (
    <article className="day-sheet">
      <header className="day-sheet-head">
        <h1>{day}</h1>
        <p>
          {name} · {t("print.printedAt", { moment })}
        </p>
      </header>
      {parts.length === 0 ? <p>{t("print.nothing")}</p> : null}
      {parts.map((part) => (
        <Part key={part.staff.id} part={part} printed={printed} />
      ))}
    </article>
  );
}

interface PartProps {
  readonly part: SheetPart;
  readonly printed: PrintedDay;
}

function Part({ part, printed }: PartProps) {
  const { t } = useTranslation();
  const { staff, rows } = part;
  return (
    <section className={joinClass("day-sheet-part", printed.wish.apart && "apart")}>
      <table className={printed.wish.detail} aria-label={staff.name}>
        <Columns printed={printed} />
        <thead>
          <WhoseRow part={part} printed={printed} />
          {rows.length === 0 ? null : <HeadRow printed={printed} />}
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columnsOn(printed)}>{t("print.free")}</td>
            </tr>
          ) : (
            rows.map((row) =>
              row.is === "booking" ? (
                <BookingRow
                  key={row.booking.id + row.booking.start}
                  {...{ printed }}
                  booking={row.booking}
                />
              ) : (
                <BlockRow
                  key={row.block.id + row.block.start}
                  block={row.block}
                  detailed={printed.wish.detail === "detailed"}
                />
              ),
            )
          )}
        </tbody>
      </table>
    </section>
  );
}

type Printed = Pick<PartProps, "printed">;

function columnsOn(printed: PrintedDay): number {
  return printed.wish.detail === "detailed" ? 5 : 3;
}

function Columns({ printed }: Printed) {
  return (
    <colgroup>
      {Array.from({ length: columnsOn(printed) }, (_, i) => (
        <col key={i} />
      ))}
    </colgroup>
  );
}

/** Whose day, and which: in the table's head, so that it stands on each page that the table goes on to. */
function WhoseRow({ part: { staff, working }, printed }: PartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const hours = working
    .map(({ from, to }) => `${formats.wall(from)}–${formats.wall(to)}`)
    .join(", ");
  return (
    <tr>
      <th scope="colgroup" colSpan={columnsOn(printed)}>
        <span>{formats.weekdayAndDay(printed.date)}</span>
        <b>{staff.name}</b> {hours === "" ? t("schedule.off") : hours}
      </th>
    </tr>
  );
}

function HeadRow({ printed }: Printed) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="col">{t("print.time")}</th>
      <th scope="col">{t("print.customer")}</th>
      <th scope="col">{t("print.service")}</th>
      {printed.wish.detail === "short" ? null : (
        <>
          <th scope="col">{t("print.notes")}</th>
          <th scope="col" className="num">
            {t("print.price")}
          </th>
        </>
      )}
    </tr>
  );
}

interface BookingRowProps {
  readonly booking: ScheduledBooking;
  readonly printed: PrintedDay;
}

function BookingRow({ booking, printed }: BookingRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const detailed = printed.wish.detail === "detailed";
  const phone = booking.customerId === null ? undefined : printed.phones[booking.customerId];
  const { status, firstVisit, priceMinor } = booking;
  const marks = [
    status === "booked" ? "" : t(`schedule.status.${status}`),
    firstVisit ? t("print.firstVisit") : "",
  ].filter((mark) => mark !== "");
  return (
    <tr className={joinClass(status === "noShow" && "missed")}>
      <td>{formats.timeRange(booking.start, booking.end)}</td>
      <td>
        <b>{customerLabel(booking)}</b>
        {marks.length === 0 ? null : <small> {marks.join(", ")}</small>}
        {detailed && phone !== undefined ? <small className="line">{phone}</small> : null}
      </td>
      <td>{booking.serviceName}</td>
      {detailed ? <Notes booking={booking} /> : null}
      {detailed ? (
        <td className="num">{priceMinor === null ? "" : formats.money(priceMinor)}</td>
      ) : null}
    </tr>
  );
}

function Notes({ booking }: { readonly booking: ScheduledBooking }) {
  const { customerAlert, customerNotes, deskNotes } = booking;
  return (
    <td>
      {customerAlert === "" ? null : <b className="line">! {customerAlert}</b>}
      {[customerNotes, deskNotes]
        .filter((note) => note !== "")
        .map((note) => (
          <span key={note} className="line">
            {note}
          </span>
        ))}
    </td>
  );
}

function BlockRow({ block, detailed }: { readonly block: Block; readonly detailed: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const plain = t(block.source === "google" ? "schedule.busy" : "print.blocked");
  return (
    <tr className="day-sheet-block">
      <td>
        {block.allDay === null ? formats.timeRange(block.start, block.end) : t("print.allDay")}
      </td>
      <td colSpan={detailed ? 4 : 2}>{block.title === "" ? plain : block.title}</td>
    </tr>
  );
}
