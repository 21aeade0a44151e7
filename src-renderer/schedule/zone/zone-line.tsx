import { Globe } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate, Zone } from "../../../src-shared/domain/primitives.ts";
import { instantOfWall } from "../../../src-shared/time/zones.ts";
import { useNow } from "../../store/now.ts";
import { createFormats, useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { moment } from "../../words/format.ts";
import { useLocale } from "../../words/locale.ts";
import { placeOf, useOtherZone } from "./own-zone.ts";
import "../../ui/page-line.css";

/** Says whose time the schedule shows, where the computer's clock shows another one; else nothing. */
export function ZoneLine() {
  const own = useOtherZone();
  return own === null ? null : <Line own={own} />;
}

function Line({ own }: { readonly own: Zone }) {
  const { t } = useTranslation();
  const { zone } = useFormats();
  return (
    <p className="page-line">
      <Icon of={Globe} size={13} />
      <span>
        <b>{t("schedule.zone.shown", { place: placeOf(zone) })}</b>{" "}
        {t("schedule.zone.own", { place: placeOf(own), time: useTimeThere(own) })}
      </span>
    </p>
  );
}

/** `05:00`; with the day, where another one has begun there. */
function useTimeThere(zone: Zone): string {
  const here = useFormats();
  const locale = useLocale();
  const now = useNow();
  const there = useMemo(() => createFormats(locale, zone, "EUR"), [locale, zone]);
  return moment(new Date(now).toISOString(), { ...there, today: here.today });
}

const NOON = 720;

/** The zone above the hours, as it is called on that day: `CET`. Only where it is not the computer's. */
export function ZoneCorner({ date }: { readonly date: CalendarDate | undefined }) {
  const other = useOtherZone();
  const locale = useLocale();
  const { zone } = useFormats();
  if (other === null || date === undefined) return null;
  return (
    <>
      {new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" })
        .formatToParts(instantOfWall(date, NOON, zone))
        .find(({ type }) => type === "timeZoneName")?.value ?? ""}
    </>
  );
}
