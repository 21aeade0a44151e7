import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Radio, RadioGroup } from "react-aria-components";
import type {
  GoogleConnection,
  RemoteCalendarEntry,
} from "../../src-shared/bridge/contract/sync.ts";
import { useAsked } from "../store/use-asked.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { ConnectPage } from "./connect-page.tsx";
import type { PickedCalendar } from "./connect-rules.tsx";
import { mayMakeCalendar } from "./connect-steps.ts";
import { signIn } from "./do.ts";

/** Stands for a calendar that does not exist yet; ids of calendars are never empty. */
const NEW = "";

interface ConnectCalendarProps {
  readonly connection: GoogleConnection;
  /** What was picked before the person came back here. */
  readonly before: PickedCalendar | null;
  readonly onPick: (picked: PickedCalendar) => void;
}

/** Which calendar bookings go to: a new one of their own, or one that the account has. */
export function ConnectCalendar({ connection, before, onPick }: ConnectCalendarProps) {
  const { t } = useTranslation();
  const asked = useAsked("google.calendars", {});
  const canMake = mayMakeCalendar(connection);
  const [picked, setPicked] = useState(before === null ? null : (before.calendarId ?? NEW));
  const [clearsOld, setClearsOld] = useState(before?.clearsOld ?? false);
  const newName = t("integrations.connect.calendar.newName");
  const chosen = picked ?? connection.calendar?.id ?? (canMake ? NEW : null);
  const goOn = (): void => {
    if (chosen !== null) onPick({ calendarId: chosen === NEW ? null : chosen, clearsOld });
  };
  return (
    <ConnectPage
      title={t("integrations.connect.calendar.title")}
      about={t("integrations.connect.calendar.about")}
      actions={
        <>
          <Button kind="quiet" size="large" onPress={() => openScreen("integrations")}>
            {t("integrations.connect.cancel")}
          </Button>
          <Button kind="primary" size="large" isDisabled={chosen === null} onPress={goOn}>
            {t("common.continue")}
          </Button>
        </>
      }
    >
      <RadioGroup
        aria-label={t("integrations.connect.calendar.title")}
        value={chosen}
        onChange={setPicked}
      >
        <NewCalendar name={newName} canMake={canMake} />
        <Existing calendars={asked.value} current={connection.calendar?.id ?? null} />
      </RadioGroup>
      {canMake ? null : (
        <p className="choice-later">
          <Button size="small" onPress={() => void signIn(true)}>
            {t("integrations.connect.calendar.askToMake")}
          </Button>
        </p>
      )}
      {connection.calendar === null || chosen === connection.calendar.id ? null : (
        <div className="choice-later">
          <Checkbox isSelected={clearsOld} onChange={setClearsOld}>
            {t("integrations.connect.calendar.clearOld", { name: connection.calendar.name })}
          </Checkbox>
        </div>
      )}
      <LoadFailed of={asked} />
      <p className="small mute choice-later">{t("integrations.connect.calendar.later")}</p>
    </ConnectPage>
  );
}

function NewCalendar({ name, canMake }: { readonly name: string; readonly canMake: boolean }) {
  const { t } = useTranslation();
  const more = canMake ? "makeMore" : "makeNeedsPermission";
  return (
    <div className="choice-box">
      <Radio value={NEW} className="choice" isDisabled={!canMake}>
        <span className="mark" />
        <i className="colour" />
        <span>
          <span className="name">{t("integrations.connect.calendar.make", { name })}</span>
          <small>{t(`integrations.connect.calendar.${more}`)}</small>
        </span>
        <span className="access">{t("integrations.connect.calendar.recommended")}</span>
      </Radio>
    </div>
  );
}

interface ExistingProps {
  /** Null while Google is asked. */
  readonly calendars: readonly RemoteCalendarEntry[] | null;
  readonly current: string | null;
}

function Existing({ calendars, current }: ExistingProps) {
  const { t } = useTranslation();
  if (calendars === null)
    return <p className="small sub choice-or">{t("integrations.connect.calendar.loading")}</p>;
  if (calendars.length === 0)
    return <p className="small sub choice-or">{t("integrations.connect.calendar.none")}</p>;
  return (
    <>
      <p className="small sub choice-or">{t("integrations.connect.calendar.orExisting")}</p>
      <div className="choice-box">
        {calendars.map((calendar) => (
          <CalendarChoice
            key={calendar.id}
            calendar={calendar}
            isCurrent={calendar.id === current}
          />
        ))}
      </div>
    </>
  );
}

interface CalendarChoiceProps {
  readonly calendar: RemoteCalendarEntry;
  readonly isCurrent: boolean;
}

/** One calendar of the account; one that can't be written to says why. */
function CalendarChoice({ calendar, isCurrent }: CalendarChoiceProps) {
  const { t } = useTranslation();
  const { id, name, primary, usable, access, colour } = calendar;
  const about = isCurrent ? "current" : primary ? "primary" : null;
  const reason =
    access === "owner" || access === "writer"
      ? null
      : t(`integrations.connect.calendar.reason.${access}`);
  const detail = usable
    ? about === null
      ? null
      : t(`integrations.connect.calendar.${about}`)
    : reason;
  return (
    <Radio value={id} className="choice" isDisabled={!usable}>
      <span className="mark" />
      <i className="colour" style={colour === null || !usable ? {} : { backgroundColor: colour }} />
      <span>
        <span className="cut">{name}</span>
        {detail === null ? null : <small>{detail}</small>}
      </span>
      <span className="access">{t(`integrations.connect.calendar.access.${access}`)}</span>
    </Radio>
  );
}
