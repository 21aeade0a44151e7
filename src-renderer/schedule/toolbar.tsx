import {
  CalendarSearch,
  ChevronLeft,
  ChevronRight,
  Columns3,
  Footprints,
  Plus,
  Printer,
} from "lucide-react";
import { lazy, memo, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SCHEDULE_VIEWS, type ScheduleView } from "../../src-shared/bridge/contract/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { addDays } from "../../src-shared/time/zones.ts";
import { useCatalogue } from "../store/catalogue.ts";
import type { Period } from "../store/schedule.ts";
import { useWindow } from "../store/window.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { joinClass } from "../ui/join-class.ts";
import "../ui/segments.css";
import { showToday, startDraft, stepPeriod } from "./actions/drafting.ts";
import { allKnown, type DayColumn } from "./day-columns.ts";
import { NOTHING_WANTED, openDialog } from "./desk/desk-dialogs.ts";
import { weekNumber } from "./dates.ts";
import { distanceOf } from "./distance.ts";
import { sumUp } from "./sum-up.ts";
import { useShownStaff } from "./shown-staff.ts";
import { showView } from "./views.ts";

interface ToolbarProps {
  readonly view: ScheduleView;
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly period: Period;
  readonly columns: readonly DayColumn[];
}

/** Which days, what they hold, and the two ways to fill them. Tinted when it is not today, so that nobody books on the wrong day. */
export function Toolbar({ view, date, today, period, columns }: ToolbarProps) {
  const { t } = useTranslation();
  const weekStart = useCatalogue((s) => s.business?.weekStart ?? 1);
  const distance = distanceOf(view, date, today, weekStart);
  const other = distance !== null;
  return (
    <div className={joinClass("toolbar", other && "other", view === "week" && "of-week")}>
      <TodayButton other={other} />
      <Arrows view={view} />
      <div className="period">
        <PeriodTitle {...{ view, date, period }} />
        {other ? (
          <span className="stats">{t(distance.key, { count: distance.count })}</span>
        ) : (
          <Stats {...{ view, date, period, columns }} />
        )}
      </div>
      <span className="grow" />
      {view === "week" ? (
        <Suspense fallback={<span className="person" />}>
          <PersonChoice />
        </Suspense>
      ) : null}
      <ViewSwitch view={view} />
      <Tools view={view} canBook={columns.length > 0} />
    </div>
  );
}

/** What follows stands in parts of its own, which a booking that changes leaves as they are. */
const Arrows = memo(function Arrows({ view }: Pick<ToolbarProps, "view">) {
  const { t } = useTranslation();
  return (
    <span className="arrows">
      <IconButton
        label={t(`schedule.previous.${view}`)}
        icon={ChevronLeft}
        onPress={() => stepPeriod(-1)}
      />
      <IconButton
        label={t(`schedule.next.${view}`)}
        icon={ChevronRight}
        onPress={() => stepPeriod(1)}
      />
    </span>
  );
});

interface ToolsProps extends Pick<ToolbarProps, "view"> {
  readonly canBook: boolean;
}

const Tools = memo(function Tools({ view, canBook }: ToolsProps) {
  const { t } = useTranslation();
  return (
    <>
      {view === "list" ? null : <ColumnsButton />}
      <IconButton
        label={t("print.button")}
        icon={Printer}
        onPress={() => useWindow.setState({ printOpen: true })}
      />
      <IconButton
        label={t("waitlist.find")}
        icon={CalendarSearch}
        isDisabled={!canBook}
        onPress={() => openDialog({ is: "find", wanted: NOTHING_WANTED })}
      />
      <MakeButtons canBook={canBook} />
    </>
  );
});

/** Black when it leads back; its long words give way where the bar is short. */
const TodayButton = memo(function TodayButton({ other }: { readonly other: boolean }) {
  const { t } = useTranslation();
  const today = t("schedule.today");
  if (!other) return <Button onPress={showToday}>{today}</Button>;
  const back = t("schedule.backToToday");
  return (
    <Button kind="primary" aria-label={back} onPress={showToday}>
      <span className="long-word">{back}</span>
      <span className="short-word">{today}</span>
    </Button>
  );
});

/** Plain buttons: a group of the kit's would come before the schedule shows. */
const ViewSwitch = memo(function ViewSwitch({ view }: Pick<ToolbarProps, "view">) {
  const { t } = useTranslation();
  return (
    <div className="seg" role="group" aria-label={t("schedule.views.label")}>
      {SCHEDULE_VIEWS.map((id) => (
        <button
          key={id}
          type="button"
          className="seg-item"
          aria-pressed={id === view}
          data-selected={id === view ? true : undefined}
          onClick={() => showView(id)}
        >
          {t(`schedule.views.${id}`)}
        </button>
      ))}
    </div>
  );
});

const PersonChoice = lazy(async () => ({
  default: (await import("./week/person-choice.tsx")).PersonChoice,
}));

function PeriodTitle({ view, date, period }: Pick<ToolbarProps, "view" | "date" | "period">) {
  const formats = useFormats();
  const { first, days } = period;
  if (view === "month") return <h1>{formats.month(date)}</h1>;
  if (view === "week")
    return (
      <h1>
        {formats
          .dayParts(first, addDays(first, days - 1))
          .map(({ type, value }, i) => (type === "day" ? value : <span key={i}>{value}</span>))}
      </h1>
    );
  return (
    <h1>
      {formats.weekday(first)} <span>{formats.dayAndMonth(first)}</span>
    </h1>
  );
}

const MonthStats = lazy(async () => ({
  default: (await import("./month/month-stats.tsx")).MonthStats,
}));

function Stats({ view, date, ...rest }: Omit<ToolbarProps, "today">) {
  if (view !== "month") return <ColumnStats {...{ view, ...rest }} />;
  return (
    <Suspense fallback={null}>
      <MonthStats date={date} />
    </Suspense>
  );
}

function ColumnStats({ view, period, columns }: Pick<ToolbarProps, "view" | "period" | "columns">) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { bookings, expectedMinor } = sumUp(columns);
  const words = allKnown(columns) ? t("schedule.bookings", { count: bookings }) : "";
  return (
    <span className="stats">
      {view === "week"
        ? `${t("schedule.weekNumber", { number: weekNumber(period.first) })} · `
        : null}
      {expectedMinor === 0
        ? words
        : t("schedule.stats", { bookings: words, money: formats.money(expectedMinor) })}
    </span>
  );
}

const ColumnsPopOver = lazy(async () => ({
  default: (await import("./columns/columns-pop-over.tsx")).ColumnsPopOver,
}));

/** Who has a column, in which order, and how large the hours are. Says how many are left out, lest they be forgotten. */
function ColumnsButton() {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const shown = useShownStaff().length;
  const all = useCatalogue((s) => s.staff).filter((s) => s.active).length;
  const label = t("schedule.columns.title");
  return (
    <>
      {shown === all ? (
        <IconButton ref={button} label={label} icon={Columns3} onPress={() => setOpen(true)} />
      ) : (
        <Button ref={button} icon={Columns3} onPress={() => setOpen(true)}>
          <span className="unseen">{label}</span>
          {t("schedule.columns.some", { shown, all })}
        </Button>
      )}
      {open ? (
        <Suspense fallback={null}>
          <ColumnsPopOver triggerRef={button} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

const WalkInPopOver = lazy(async () => ({
  default: (await import("./walk-in-pop-over.tsx")).WalkInPopOver,
}));

function MakeButtons({ canBook }: { readonly canBook: boolean }) {
  const { t } = useTranslation();
  const walkIn = useRef<HTMLButtonElement>(null);
  const open = useWindow((s) => s.walkInOpen);
  return (
    <>
      <Button
        ref={walkIn}
        className="walk-in"
        icon={Footprints}
        isDisabled={!canBook}
        onPress={() => useWindow.setState({ walkInOpen: true })}
      >
        <span className="walk-in-word">{t("schedule.walkIn")}</span>
      </Button>
      <Button kind="primary" icon={Plus} isDisabled={!canBook} onPress={() => startDraft()}>
        {t("schedule.newBooking")}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <WalkInPopOver triggerRef={walkIn} />
        </Suspense>
      ) : null}
    </>
  );
}
