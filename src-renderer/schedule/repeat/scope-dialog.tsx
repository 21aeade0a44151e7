import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormats } from "../../ui/formats.ts";
import { customerLabel } from "../actions/bookings.ts";
import { type ScopeIs, type ScopeQuestion, useScopeQuestion } from "../actions/scope-question.ts";
import { keyOfStanding, type Standing, timesOf } from "../grid/standing.ts";
import { firstName, staffName } from "../labels.ts";
import { useRuleWords } from "./repeat-words.ts";
import { ScopeChoices, ScopeOptions } from "./scope-choices.tsx";
import "./repeat.css";

const FORM_ID = "scope-of-change";

/** Asks which occurrences of a series a change is meant for. */
export function ScopeDialog() {
  const question = useScopeQuestion((s) => s.question);
  return question === null ? null : (
    <Asking question={question} key={keyOfStanding(question.about)} />
  );
}

function Asking({ question }: { readonly question: ScopeQuestion }) {
  const { t } = useTranslation();
  const { what, answer, moved } = question;
  return (
    <Dialog
      title={t(`repeat.scope.${what}Title`)}
      isOpen
      onClose={() => answer(null)}
      role="alertdialog"
      width={472}
      actions={
        <>
          <Button size="large" onPress={() => answer(null)}>
            {t(moved === null ? "repeat.scope.keep" : "repeat.scope.putBack")}
          </Button>
          <Button size="large" kind="primary" type="submit" form={FORM_ID} keys="Enter">
            {t(`repeat.scope.${what}`)}
          </Button>
        </>
      }
    >
      <Choosing question={question} />
    </Dialog>
  );
}

function Choosing({ question }: { readonly question: ScopeQuestion }) {
  const { about, oneAllowed, answer } = question;
  const { t } = useTranslation();
  const [is, setIs] = useState<ScopeIs>(oneAllowed ? "one" : "following");
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    answer(is);
  };
  return (
    <form id={FORM_ID} onSubmit={onSubmit} className="form-stack">
      <AboutSeries question={question} />
      {about.is === "booking" ? (
        <ScopeChoices
          booking={about.booking}
          oneAllowed={oneAllowed}
          value={is}
          onChange={setIs}
          autoFocus
        />
      ) : (
        <ScopeOptions
          start={about.block.start}
          outline={null}
          oneAllowed={oneAllowed}
          oneNot={t("repeat.scope.oneBlockNot")}
          value={is}
          onChange={setIs}
          autoFocus
        />
      )}
      {/* Enter on a choice sends the form as well. */}
      <input type="submit" hidden />
    </form>
  );
}

/** What it is that repeats, and where it is to go. */
function AboutSeries({ question: { about, moved } }: { readonly question: ScopeQuestion }) {
  return (
    <>
      {about.is === "block" ? <IsBlocked block={about.block} /> : <Comes booking={about.booking} />}
      {moved === null ? null : <WasAndNow was={about} now={moved} />}
    </>
  );
}

function IsBlocked({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const wordsOf = useRuleWords();
  const title = block.title === "" ? t("schedule.blockedTime") : block.title;
  const repeat = wordsOf(block.rrule ?? "", formats.dateOf(block.originalStart ?? block.start));
  return <p className="sub">{t("repeat.scope.blocked", { title, repeat })}</p>;
}

/** Who comes, and how often. */
export function Comes({ booking }: { readonly booking: ScheduledBooking }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const wordsOf = useRuleWords();
  const named = booking.occurrence?.originalStart ?? booking.start;
  return (
    <p className="sub">
      {t("repeat.scope.comes", {
        customer: customerLabel(booking),
        repeat: wordsOf(booking.rrule ?? "", formats.dateOf(named)),
      })}
    </p>
  );
}

/** First names of whom it is for; everyone, where a block names nobody. */
function useWho(): (what: Standing) => string {
  const { t } = useTranslation();
  return (what) => {
    const ids = what.is === "booking" ? [what.booking.staffId] : what.block.staffIds;
    if (ids.length === 0) return t("schedule.form.everyone");
    return ids.map((id) => firstName(staffName(id))).join(", ");
  };
}

function WasAndNow({ was, now }: { readonly was: Standing; readonly now: Standing }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const whoOf = useWho();
  const say = (what: Standing): string => {
    const { start, end } = timesOf(what);
    return t("repeat.scope.place", {
      day: formats.weekdayAndDay(formats.dateOf(start)),
      time: formats.timeRange(start, end),
      staff: whoOf(what),
    });
  };
  return (
    <dl className="scope-was">
      <dt>{t("repeat.scope.was")}</dt>
      <dd>
        <s className="mute">{say(was)}</s>
      </dd>
      <dt>{t("repeat.scope.now")}</dt>
      <dd className="name">{say(now)}</dd>
    </dl>
  );
}
