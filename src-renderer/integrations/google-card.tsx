import { CircleAlert, CloudOff, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SyncFix } from "../../src-shared/sync-status.ts";
import { openScreen } from "../store/window.ts";
import { useNow } from "../store/now.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Note } from "../ui/note.tsx";
import { ago, exactly, useConventions } from "../words/format.ts";
import { PARTS, runSyncFix } from "./do.ts";
import { ServiceTile } from "./service-tile.tsx";
import { SyncPill } from "./sync-pill.tsx";
import type { Calendar } from "./use-calendar.ts";
import { useSyncWords } from "./use-sync-words.ts";

/** Google Calendar among the services: who, how it stands, and the one thing to do. */
export function GoogleCard({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const note = noteOf(calendar);
  return (
    <article className={note === null ? "integration" : "integration has-note"}>
      <ServiceTile of="google" />
      <div>
        <h3>{t("integrations.names.google")}</h3>
        <p>{t("integrations.purpose.google")}</p>
      </div>
      <Account calendar={calendar} />
      {calendar.connection === null ? <span /> : <SyncPill shown={calendar.shown} />}
      <span className="end">
        <MainButton calendar={calendar} />
      </span>
      {note === null ? null : <What calendar={calendar} {...note} />}
    </article>
  );
}

function Account({ calendar: { connection, shown } }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const now = useNow();
  const formats = useFormats();
  const conventions = useConventions();
  if (connection === null) return <span />;
  const last = shown.lastCompleteAt;
  const name = connection.calendar?.name ?? null;
  return (
    <div className="account">
      <b className="cut">{connection.account}</b>
      {name === null ? t("integrations.card.noCalendar") : null}
      {name !== null && last === null ? t("integrations.card.calendar", { name }) : null}
      {name !== null && last !== null ? (
        <span title={exactly(last, conventions)}>
          {t("integrations.card.calendarAndSync", {
            name,
            time: shown.asOf === null ? ago(last, conventions.locale, now) : formats.time(last),
          })}
        </span>
      ) : null}
    </div>
  );
}

/** The fix where there is one, else the way to the details. */
function MainButton({ calendar: { connection, shown } }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const fix: SyncFix = connection === null ? "connect" : shown.fix;
  if (fix === null || (fix === "retry" && shown.tone === "active"))
    return (
      <Button
        aria-label={t("integrations.card.openNamed", { name: t("integrations.names.google") })}
        onPress={() => openScreen("integrations", PARTS.google)}
      >
        {t("integrations.card.open")}
      </Button>
    );
  return (
    <Button kind="primary" onPress={() => void runSyncFix(fix)}>
      {t(`sync.fix.${fix}`)}
    </Button>
  );
}

interface CardNote {
  readonly tone: "error" | "offline" | "attention" | "plain";
  readonly icon: LucideIcon;
}

function noteOf({ connection, shown, status }: Calendar): CardNote | null {
  if (connection === null) return null;
  if (shown.tone === "error") return { tone: "error", icon: CircleAlert };
  if (shown.shape === "offline") return { tone: "offline", icon: CloudOff };
  if (status.counts.parked + status.counts.attention > 0)
    return { tone: "attention", icon: TriangleAlert };
  if (shown.shape === "paused" || connection.calendar === null)
    return { tone: "plain", icon: CircleAlert };
  return null;
}

function What({ calendar, tone, icon }: CardNote & { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const { shown, status, connection } = calendar;
  const name = connection?.calendar?.name ?? null;
  const [first, ...more] = useSyncWords(shown, status.state, name);
  const { parked, attention } = status.counts;
  return (
    <div className="what">
      <Note tone={tone} icon={icon} live>
        <span className="row integration-note">
          <span className="grow">
            {tone === "attention" ? (
              <b className="name">
                {t("integrations.attention.title", { count: parked + attention })}
              </b>
            ) : (
              <b className="name">{first}</b>
            )}{" "}
            {tone === "attention" ? t("integrations.attention.about") : more.join(" ")}
          </span>
          {shown.fix === "review" || shown.fix === "decide" ? null : (
            <Button size="small" onPress={() => openScreen("integrations", PARTS.google)}>
              {t("integrations.card.whatHappened")}
            </Button>
          )}
        </span>
      </Note>
    </div>
  );
}
