import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useNow } from "../store/now.ts";
import { followSchedule, watchDay } from "../store/schedule.ts";
import { openScreen, useWindow } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { useScopeQuestion } from "./actions/scope-question.ts";
import { useDayColumns } from "./day-columns.ts";
import { DayGrid } from "./day-grid/day-grid.tsx";
import { useDeskDialog } from "./desk/desk-dialogs.ts";
import { Foot } from "./foot/foot.tsx";
import { Pane } from "./pane/pane.tsx";
import { usePrinting } from "./print/print-day.ts";
import { Toolbar } from "./toolbar.tsx";
import "./schedule.css";

const PrintDay = lazy(async () => ({
  default: (await import("./print/print-dialog.tsx")).PrintDay,
}));

/** The day view: the book at the left, the pane at the right. */
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
  useEffect(followSchedule, []);
  useEffect(() => void loadForm(), []);
  useEffect(() => watchDay("today", today), [today]);
  useEffect(() => watchDay("shown", date), [date]);
  const columns = useDayColumns(date);
  const printing = usePrinting((s) => s.printed !== null);
  const printAsked = useWindow((s) => s.printOpen) || printing;
  return (
    <div className="desk">
      <main className="book">
        <Toolbar date={date} today={today} columns={columns} />
        {columns.length === 0 ? (
          <Nothing what="noStaff" section="staff" />
        ) : (
          <DayGrid date={date} today={today} columns={columns} />
        )}
        <Foot columns={columns} />
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
