import { useTranslation } from "react-i18next";
import type { Waiting } from "../../../src-shared/domain/waitlist.ts";
import type { IsoWeekday } from "../../../src-shared/time/recurrence/repeat.ts";
import { DAY_MINUTES } from "../../../src-shared/time/zones.ts";
import { useFormats } from "../../ui/formats.ts";
import { firstName, staffName } from "../labels.ts";
import { weekdayName } from "../repeat/repeat-words.ts";

interface WaitingWords {
  /** `until Fri 27 Nov` */
  readonly days: string;
  /** `Cut & finish, Anna, Tue, Thu, after 15:00` */
  readonly what: string;
}

type Told = Pick<Waiting, "from" | "to" | "staffId" | "wish"> & { readonly serviceName: string };

/** Says for what and when somebody waits. */
export function useWaitingWords(): (row: Told) => WaitingWords {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ from, to, staffId, wish, serviceName }) => {
    const { between, weekdays } = wish;
    const hours = ((): string => {
      const values = { from: formats.wall(between.from), to: formats.wall(between.to) };
      if (between.from === 0 && between.to === DAY_MINUTES) return "";
      if (between.to === DAY_MINUTES) return t("waitlist.after", { time: values.from });
      if (between.from === 0) return t("waitlist.before", { time: values.to });
      return t("waitlist.between", values);
    })();
    const who = staffId === null ? "" : firstName(staffName(staffId));
    const days = weekdays.map((day) => weekdayName(t, day as IsoWeekday)).join(", ");
    const last = to === formats.today() ? t("schedule.today") : formats.shortDay(to);
    return {
      days:
        from <= formats.today()
          ? to === formats.today()
            ? last
            : t("waitlist.until", { day: last })
          : t("waitlist.fromUntil", { from: formats.shortDay(from), to: last }),
      what: [serviceName, who, days, hours].filter((part) => part !== "").join(", "),
    };
  };
}
