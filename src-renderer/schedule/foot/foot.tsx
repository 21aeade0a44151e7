import { CloudCheck, Footprints, TriangleAlert, UserX } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { SyncFix, SyncPresentation } from "../../../src-shared/sync-status.ts";
import { SYNC_ICONS } from "../../app/sync-light.tsx";
import { call } from "../../bridge.ts";
import { useSyncWords } from "../../integrations/use-sync-words.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { useSync, useSyncPresentation } from "../../store/sync.ts";
import { openScreen } from "../../store/window.ts";
import { Button } from "../../ui/button.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { sayFailure } from "../actions/history.ts";
import { allKnown, type DayColumn } from "../day-columns.ts";
import { useShownStaff } from "../shown-staff.ts";
import { sumUp } from "../sum-up.ts";
import { placeOf } from "../zone/own-zone.ts";
import { speaks } from "./speaks.ts";
import "./foot.css";

const ConflictCount = lazy(async () => ({
  default: (await import("../conflicts/conflict-count.tsx")).ConflictCount,
}));

const WeeklyLook = lazy(async () => ({
  default: (await import("../../integrations/weekly-look.tsx")).WeeklyLook,
}));

const HostNotes = lazy(async () => ({
  default: (await import("./host-notes.tsx")).HostNotes,
}));

const UpdateReady = lazy(async () => ({
  default: (await import("./update-ready.tsx")).UpdateReady,
}));

interface FootProps {
  /** What the grid shows; null where a view without hours has its own words. */
  readonly columns: readonly DayColumn[] | null;
}

/** The foot of the schedule: the day's oddities and the state of the sync. It grows over the grid when the sync has something to say. */
export function Foot({ columns }: FootProps) {
  const sync = useSyncPresentation();
  if (sync !== null && speaks(sync)) return <Strip sync={sync} />;
  return (
    <footer className="foot">
      {columns === null ? <Legend /> : <Oddities columns={columns} />}
      <Suspense fallback={null}>
        <ConflictCount />
      </Suspense>
      <span className="grow" />
      <Suspense fallback={null}>
        <HostNotes />
        <UpdateReady />
        <WeeklyLook />
      </Suspense>
      <Zone />
      {sync === null ? null : <QuietSync sync={sync} />}
    </footer>
  );
}

/** What the lines of the month mean. */
function Legend() {
  const { t } = useTranslation();
  const count = useShownStaff().length;
  return <span className="it">{t("schedule.monthFoot", { count })}</span>;
}

function Oddities({ columns }: { readonly columns: readonly DayColumn[] }) {
  const { t } = useTranslation();
  const { overlaps, noShows, walkIns, bookings, blocks } = sumUp(columns);
  if (!allKnown(columns)) return null;
  if (bookings + blocks === 0) return <span className="it">{t("schedule.foot.nothing")}</span>;
  return (
    <>
      {overlaps === 0 ? null : (
        <span className="it att">
          <Icon of={TriangleAlert} size={13} />
          {t("schedule.foot.overlaps", { count: overlaps })}
        </span>
      )}
      {noShows === 0 ? null : (
        <span className="it">
          <Icon of={UserX} size={13} />
          {t("schedule.foot.noShows", { count: noShows })}
        </span>
      )}
      {walkIns === 0 ? null : (
        <span className="it">
          <Icon of={Footprints} size={13} />
          {t("schedule.foot.walkIns", { count: walkIns })}
        </span>
      )}
    </>
  );
}

function Zone() {
  const { t } = useTranslation();
  const zone = useCatalogue((s) => s.business?.zone ?? "UTC");
  return <span className="it">{t("schedule.foot.zone", { place: placeOf(zone) })}</span>;
}

function QuietSync({ sync }: { readonly sync: SyncPresentation }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (sync.words === "upToDate" && sync.lastCompleteAt !== null)
    return (
      <span className="it ok">
        <Icon of={CloudCheck} size={14} />
        {t("schedule.foot.inStep", { time: formats.time(sync.lastCompleteAt) })}
      </span>
    );
  return (
    <span className="it">
      <Icon of={SYNC_ICONS[sync.shape]} size={14} />
      {t(`sync.${sync.words}`, { count: sync.count })}
    </span>
  );
}

/** What ends a trouble: two of them at once, the others are questions for the Integrations panel. */
function fix(what: NonNullable<SyncFix>): void {
  if (what === "retry") void call("sync.now", {}).catch(sayFailure);
  else if (what === "resume") void call("sync.resume", {}).catch(sayFailure);
  else if (what === "help") openScreen("help");
  else openScreen("integrations", "google");
}

function Strip({ sync }: { readonly sync: SyncPresentation }) {
  const status = useSync((s) => s.status);
  if (status === null) return null;
  return <StripIn sync={sync} state={status.state} />;
}

type State = Parameters<typeof useSyncWords>[1];

/** The bold words, then the others. Without a network what waits comes first, and is not said twice. */
function useStripWords(sync: SyncPresentation, state: State): readonly string[] {
  const { t } = useTranslation();
  const offline = state.is === "offline";
  const sentences = useSyncWords(offline ? { ...sync, waiting: 0 } : sync, state);
  return offline ? [t("schedule.foot.offline", { count: sync.waiting }), ...sentences] : sentences;
}

function StripIn({ sync, state }: { readonly sync: SyncPresentation; readonly state: State }) {
  const { t } = useTranslation();
  const [first = "", ...rest] = useStripWords(sync, state);
  const error = sync.tone === "error";
  return (
    <footer className={`foot big ${error ? "error" : "offline"}`} role="status">
      <span className="it">
        <Icon of={SYNC_ICONS[sync.shape]} />
        <b className="name">{first}</b>
      </span>
      <span className="cut">{rest.join(" ")}</span>
      <span className="grow" />
      {error ? (
        <Button size="small" onPress={() => openScreen("integrations", "google")}>
          {t("schedule.foot.details")}
        </Button>
      ) : null}
      <FixButton sync={sync} error={error} />
    </footer>
  );
}

function FixButton({ sync, error }: { readonly sync: SyncPresentation; readonly error: boolean }) {
  const { t } = useTranslation();
  const what = sync.fix;
  if (what === null) return null;
  return (
    <Button size="small" kind={error ? "primary" : "plain"} onPress={() => fix(what)}>
      {t(`sync.fix.${what}`)}
    </Button>
  );
}
