import { lazy, Suspense, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduleView } from "../../src-shared/bridge/contract/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useNow } from "../store/now.ts";
import { followSchedule, type Period, watchDays } from "../store/schedule.ts";
import { openScreen, useWindow } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { useScopeQuestion } from "./actions/scope-question.ts";
import { datesFrom } from "./dates.ts";
import { type DayColumn, useShownColumns, useWeekColumns } from "./day-columns.ts";
import { DayGrid } from "./day-grid/day-grid.tsx";
import { StaffHead } from "./day-grid/heads.tsx";
import { useDeskDialog } from "./desk/desk-dialogs.ts";
import { Foot } from "./foot/foot.tsx";
import { HoverCards } from "./hover/hover-cards.tsx";
import { useHeld } from "./moving/held.ts";
import { loadPanel, Pane } from "./pane/pane.tsx";
import { periodOf } from "./period.ts";
import { usePerson } from "./person.ts";
import { usePrinting } from "./print/print-day.ts";
import { beginRoute } from "./route.ts";
import { Toolbar } from "./toolbar.tsx";
import { useView } from "./views.ts";
import { ZoneLine } from "./zone/zone-line.tsx";
import "./schedule.css";

const PrintDay = lazy(async () => ({
  default: (await import("./print/print-dialog.tsx")).PrintDay,
}));

/** The book at the left, in the view that was chosen, the pane at the right. */
export function ScheduleScreen() {
  const ready = useCatalogue((s) => s.business !== null);
  return ready ? <Book /> : <Nothing what="noBusiness" section="business" />;
}

/** Today in the business's zone, put right at midnight. */
function useToday(): CalendarDate {
  const formats = useFormats();
  return formats.dateOf(useNow());
}

function Book() {
  const today = useToday();
  const date = useWindow((s) => s.date) ?? today;
  const view = useView();
  const period = usePeriod(view, date);
  useEffect(beginRoute, []);
  useEffect(followSchedule, []);
  useEffect(() => {
    void loadForm();
    void loadPanel();
  }, []);
  useEffect(() => watchDays("today", { first: today, days: 1 }), [today]);
  useEffect(
    () => watchDays("shown", onGrid(view) ? period : { first: date, days: 1 }),
    [view, date, period],
  );
  const columns = useColumns(view, date, period);
  const printing = usePrinting((s) => s.printed !== null);
  const printAsked = useWindow((s) => s.printOpen) || printing;
  return (
    <div className="desk">
      <main className="book">
        <div>
          <Toolbar {...{ view, date, today, period, columns }} />
          <ZoneLine />
        </div>
        <Suspense fallback={<div className="grid" />}>
          <View {...{ view, date, today, period, columns }} />
        </Suspense>
        <Foot columns={view === "month" ? null : columns} />
        <Held />
        <HoverCards />
        <Suspense fallback={null}>
          <DraftPopOver columns={columns} />
        </Suspense>
      </main>
      <Pane date={date} today={today} />
      <Asking />
      {printAsked ? (
        <Suspense fallback={null}>
          <PrintDay date={date} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Whether a view is the grid with its hours; the others look over many days. */
function onGrid(view: ScheduleView): boolean {
  return view === "day" || view === "week";
}

function usePeriod(view: ScheduleView, date: CalendarDate): Period {
  const weekStart = useCatalogue((s) => s.business?.weekStart ?? 1);
  return useMemo(() => periodOf(view, date, weekStart), [view, date, weekStart]);
}

/** The columns of the grid: the persons of the day, or the days of the person. */
function useColumns(view: ScheduleView, date: CalendarDate, period: Period) {
  const { first, days } = period;
  const dates = useMemo(() => datesFrom(first, days), [first, days]);
  const person = usePerson();
  const day = useShownColumns(date);
  const week = useWeekColumns(view === "week" ? person : undefined, dates);
  return view === "week" ? week : day;
}

const WeekView = lazy(async () => ({
  default: (await import("./week/week-view.tsx")).WeekView,
}));

const MonthView = lazy(async () => ({
  default: (await import("./month/month-view.tsx")).MonthView,
}));

const ListView = lazy(async () => ({
  default: (await import("./list/list-view.tsx")).ListView,
}));

interface ViewProps {
  readonly view: ScheduleView;
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly period: Period;
  readonly columns: readonly DayColumn[];
}

function View({ view, date, today, period, columns }: ViewProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (columns.length === 0) return <Nothing what="noStaff" section="staff" />;
  if (view === "month") return <MonthView {...{ date, today, period }} />;
  if (view === "list") return <ListView {...{ date, today }} />;
  if (view === "week") return <WeekView {...{ today, columns }} />;
  const label = t("schedule.gridLabel", { day: formats.weekdayAndDay(date) });
  return <DayGrid by="person" Head={StaffHead} {...{ label, today, columns }} />;
}

/** Fetched as soon as the schedule stands: the key that opens it is pressed by somebody who types on at once. */
const loadForm = () => import("./draft/draft-pop-over.tsx");
const DraftPopOver = lazy(async () => ({ default: (await loadForm()).DraftPopOver }));

const CancelDialog = lazy(async () => ({
  default: (await import("./cancel-dialog.tsx")).CancelDialog,
}));
const ScopeDialog = lazy(async () => ({
  default: (await import("./repeat/scope-dialog.tsx")).ScopeDialog,
}));

const DeskDialog = lazy(async () => ({
  default: (await import("./desk/desk-dialog.tsx")).DeskDialog,
}));

const HeldStrip = lazy(async () => ({
  default: (await import("./moving/held-strip.tsx")).HeldStrip,
}));

function Held() {
  const isHeld = useHeld((s) => s.held !== null);
  return <Suspense fallback={null}>{isHeld ? <HeldStrip /> : null}</Suspense>;
}

/** The dialogs that ask before something is done; each is loaded when it is first needed. */
function Asking() {
  const cancelling = useWindow((s) => s.cancelling !== null);
  const scope = useScopeQuestion((s) => s.question !== null);
  const desk = useDeskDialog((s) => s.open !== null);
  return (
    <Suspense fallback={null}>
      {cancelling ? <CancelDialog /> : null}
      {scope ? <ScopeDialog /> : null}
      {desk ? <DeskDialog /> : null}
    </Suspense>
  );
}

interface NothingProps {
  readonly what: "noStaff" | "noBusiness";
  readonly section: string;
}

/** What to do where there is nothing to show yet. */
function Nothing({ what, section }: NothingProps) {
  const { t } = useTranslation();
  return (
    <div className="book-nothing">
      <h2 className="page-title">{t(`schedule.${what}Title`)}</h2>
      <p className="sub">{t(`schedule.${what}Text`)}</p>
      <Button kind="primary" onPress={() => openScreen("settings", section)}>
        {t(`schedule.${what}Button`)}
      </Button>
    </div>
  );
}
