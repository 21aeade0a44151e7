import { lazy, memo, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { seenBlock, useSchedule } from "../../store/schedule.ts";
import { useWindow } from "../../store/window.ts";
import { DeskPane } from "./desk-pane.tsx";
import { keyOfBlock } from "../../store/booking-key.ts";
import "./pane.css";

/** Fetched as soon as the schedule stands: a booking that is clicked shows at once. */
export const loadPanel = () => import("./booking-panel.tsx");
const BookingPanel = lazy(async () => ({ default: (await loadPanel()).BookingPanel }));

const BlockPanel = lazy(async () => ({
  default: (await import("./block-panel.tsx")).BlockPanel,
}));

interface PaneProps {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
}

/** Beside the grid: the desk at a glance, or the booking or block that was chosen. */
export const Pane = memo(function Pane({ date, today }: PaneProps) {
  const { t } = useTranslation();
  const selection = useWindow((s) => s.selection);
  const block = useSchedule(() =>
    selection?.is === "block" ? seenBlock(selection.id) : undefined,
  );
  const content = (): React.ReactNode => {
    if (selection?.is === "booking") return <BookingPanel key={selection.id} id={selection.id} />;
    if (block !== undefined) return <BlockPanel key={keyOfBlock(block)} block={block} />;
    return <DeskPane date={date} today={today} />;
  };
  return (
    <aside className="pane" aria-label={t("schedule.pane.label")}>
      <Suspense fallback={null}>{content()}</Suspense>
    </aside>
  );
});
