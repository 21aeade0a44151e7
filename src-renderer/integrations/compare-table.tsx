import { useTranslation } from "react-i18next";
import type { Comparison, EventVersion } from "../../src-shared/bridge/contract/sync.ts";
import { useRuleWords } from "../schedule/repeat/repeat-words.ts";
import { type Formats, useFormats } from "../ui/formats.ts";

type Side = Comparison["ours"];
type FieldName = "time" | "title" | "description" | "recurrence";

/** Says a time of either side, by the clock of the business: `Fri 20 Nov, 16:00–16:45`. */
export function useWhen(): (time: EventVersion["time"]) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (time) => {
    if (time.is === "allDay") return t("compare.allDay", { day: formats.weekdayAndDay(time.from) });
    const day = formats.weekdayAndDay(formats.dateOf(time.start));
    return `${day}, ${formats.timeRange(time.start, time.end)}`;
  };
}

function dayOf({ time }: EventVersion, formats: Formats) {
  return time.is === "allDay" ? time.from : formats.dateOf(time.start);
}

/** What a side says about a field. */
function useSays(): (side: EventVersion, field: FieldName) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  const when = useWhen();
  const ruleWords = useRuleWords();
  return (side, field) => {
    if (field === "time") return when(side.time);
    if (field !== "recurrence") return side[field] === "" ? t("compare.nothing") : side[field];
    const rule = side.recurrence.find((line) => line.startsWith("RRULE:"));
    if (rule === undefined) return t("compare.once");
    return ruleWords(rule.slice("RRULE:".length), dayOf(side, formats));
  };
}

const FIELDS = [
  ["time", "time"],
  ["title", "name"],
  ["description", "notes"],
  ["recurrence", "repeats"],
] as const;

/** Both versions field by field; what differs is marked, not by colour alone. */
export function CompareTable({ found }: { readonly found: Comparison }) {
  const { t } = useTranslation();
  const { ours, theirs, differs, kind } = found;
  const repeats = [ours, theirs].some((side) => (side?.recurrence.length ?? 0) > 0);
  const fields = FIELDS.filter(([field]) => field !== "recurrence" || repeats);
  const missing = kind === "parked" ? "notThere" : "notKnown";
  return (
    <table className="compare" aria-label={t("compare.table")}>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t("compare.field")}</span>
          </th>
          <th scope="col">{t("compare.ours")}</th>
          <th scope="col">{t("compare.theirs")}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([field, words], row) => (
          <tr key={field} className={differs.includes(field) ? "differs" : ""}>
            <th scope="row">
              {t(`compare.${words}`)}
              {differs.includes(field) ? (
                <span className="differs-mark">{t("compare.differs")}</span>
              ) : null}
            </th>
            <Cell side={ours} field={field} row={row} rows={fields.length} none="cancelled" />
            <Cell side={theirs} field={field} row={row} rows={fields.length} none={missing} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly side: Side;
  readonly field: FieldName;
  readonly row: number;
  readonly rows: number;
  /** What stands in one tall cell where the side has no version. */
  readonly none: "cancelled" | "notThere" | "notKnown";
}

function Cell({ side, field, row, rows, none }: CellProps) {
  const { t } = useTranslation();
  const says = useSays();
  if (side !== null) return <td>{says(side, field)}</td>;
  if (row > 0) return null;
  return (
    <td rowSpan={rows} className="none">
      {t(`compare.${none}`)}
    </td>
  );
}
