import { useTranslation } from "react-i18next";
import { type BookingLogEntry, BookingStatus } from "../../../src-shared/domain/booking.ts";
import { type Formats, useFormats } from "../../ui/formats.ts";

/** A moment as short as it can be told apart: the time on one day, else the day too. */
function moments(from: string, to: string, formats: Formats): { from: string; to: string } {
  const oneDay = formats.dateOf(from) === formats.dateOf(to);
  const say = (at: string): string =>
    oneDay ? formats.time(at) : `${formats.weekdayAndDay(formats.dateOf(at))}, ${formats.time(at)}`;
  return { from: say(from), to: say(to) };
}

/** Says one line of a booking's log. An action that this window does not know is still told. */
export function useLogWords(): (entry: BookingLogEntry) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ action, actor, details }) => {
    const by = t(`schedule.booking.by.${actor}`);
    const value = (name: string): string => details[name] ?? "";
    const named = (name: string): string =>
      value(name) === "" ? t("schedule.booking.nobody") : value(name);
    switch (action) {
      case "created":
        return t("schedule.booking.log.created", { by });
      case "moved":
        return value("fromStart") === value("start")
          ? t("schedule.booking.log.resized", {
              ...moments(value("fromEnd"), value("end"), formats),
              by,
            })
          : t("schedule.booking.log.moved", {
              ...moments(value("fromStart"), value("start"), formats),
              by,
            });
      case "staff":
        return t("schedule.booking.log.staff", { from: value("from"), to: value("to"), by });
      case "service":
        return t("schedule.booking.log.service", { from: value("from"), to: value("to"), by });
      case "customer":
        return t("schedule.booking.log.customer", { from: named("from"), to: named("to"), by });
      case "notes":
        return t("schedule.booking.log.notes", { by });
      case "price":
        return t("schedule.booking.log.price", { by });
      case "repeat":
        return value("to") === ""
          ? t("schedule.booking.log.repeatEnded", { by })
          : t("schedule.booking.log.repeat", { by });
      case "ended":
        return t("schedule.booking.log.ended", { by });
      case "exceptionsDropped":
        return t("schedule.booking.log.exceptionsDropped", { count: Number(value("count")), by });
      case "takenBack":
        return t("schedule.booking.log.takenBack", { by });
      case "status":
        return statusWords(value("to"), value("reason"));
      default:
        return t("schedule.booking.log.other", { by });
    }
    function statusWords(to: string, reason: string): string {
      const status = t(`schedule.status.${BookingStatus.safeParse(to).data ?? "booked"}`);
      return reason === ""
        ? t("schedule.booking.log.status", { status, by })
        : t("schedule.booking.log.statusReason", { status, by, reason });
    }
  };
}
