import {
  CalendarSearch,
  ChevronLeft,
  ChevronRight,
  Footprints,
  Plus,
  Printer,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { epochDay } from "../../src-shared/time/zones.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useWindow } from "../store/window.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { joinClass } from "../ui/join-class.ts";
import { showToday, startDraft, stepDay } from "./actions/drafting.ts";
import type { DayColumn } from "./day-columns.ts";
import { NOTHING_WANTED, openDialog } from "./desk/desk-dialogs.ts";
import { distanceWords } from "./distance.ts";
import { sumUp } from "./sum-up.ts";
import { zoomBy } from "./schedule-keys.ts";

interface ToolbarProps {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  readonly columns: readonly DayColumn[];
}

/** Which day, what it holds, and the two ways to fill it. Tinted when it is not today, so that nobody books on the wrong day. */
export function Toolbar({ date, today, columns }: ToolbarProps) {
  const { t } = useTranslation();
  const other = date !== today;
  return (
    <div className={joinClass("toolbar", other && "other")}>
      <Button kind={other ? "primary" : "plain"} onPress={showToday}>
        {t(other ? "schedule.backToToday" : "schedule.today")}
      </Button>
      <span className="arrows">
        <IconButton
          label={t("schedule.previousDay")}
          icon={ChevronLeft}
          onPress={() => stepDay(-1)}
        />
        <IconButton label={t("schedule.nextDay")} icon={ChevronRight} onPress={() => stepDay(1)} />
      </span>
      <DateTitle date={date} />
      {other ? <Distance date={date} today={today} /> : <Stats columns={columns} />}
      <span className="grow" />
      <IconButton
        label={t("print.button")}
        icon={Printer}
        onPress={() => useWindow.setState({ printOpen: true })}
      />
      <IconButton
        label={t("waitlist.find")}
        icon={CalendarSearch}
        isDisabled={columns.length === 0}
        onPress={() => openDialog({ is: "find", wanted: NOTHING_WANTED })}
      />
      <ZoomButtons />
      <MakeButtons canBook={columns.length > 0} />
    </div>
  );
}

function DateTitle({ date }: { readonly date: CalendarDate }) {
  const formats = useFormats();
  return (
    <h1>
      {formats.weekday(date)} <span>{formats.dayAndMonth(date)}</span>
    </h1>
  );
}

function Distance({ date, today }: Pick<ToolbarProps, "date" | "today">) {
  const { t } = useTranslation();
  const { key, count } = distanceWords(epochDay(date) - epochDay(today));
  return <span className="stats">{t(`schedule.notToday.${key}`, { count })}</span>;
}

function Stats({ columns }: Pick<ToolbarProps, "columns">) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { bookings, expectedMinor } = sumUp(columns);
  const words = t("schedule.bookings", { count: bookings });
  return (
    <span className="stats">
      {expectedMinor === 0
        ? words
        : t("schedule.stats", { bookings: words, money: formats.money(expectedMinor) })}
    </span>
  );
}

function ZoomButtons() {
  const { t } = useTranslation();
  const zoom = useCatalogue((s) => s.preferences.zoom);
  return (
    <span className="arrows">
      <IconButton
        label={t("schedule.zoomOut")}
        icon={ZoomOut}
        isDisabled={zoom === 0}
        onPress={() => zoomBy(-1)}
      />
      <IconButton
        label={t("schedule.zoomIn")}
        icon={ZoomIn}
        isDisabled={zoom === 2}
        onPress={() => zoomBy(1)}
      />
    </span>
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
        icon={Footprints}
        isDisabled={!canBook}
        onPress={() => useWindow.setState({ walkInOpen: true })}
      >
        {t("schedule.walkIn")}
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
