import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BookingLogEntry } from "../../../src-shared/domain/booking.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import type { BookingValues } from "../../store/window.ts";
import { RadioChoices } from "../../ui/choices.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Note } from "../../ui/note.tsx";
import {
  actorOf,
  type Editing,
  isUndecided,
  type Meanwhile,
  type Part,
} from "../draft/meanwhile.ts";
import { staffName } from "../labels.ts";
import { repeatWords } from "../repeat/repeat-words.ts";
import "./meanwhile.css";

interface NoteProps {
  readonly editing: Editing;
  /** The booking's log, newest first: it tells who. */
  readonly log: readonly BookingLogEntry[];
  readonly onChoose: (part: Part, whose: "mine" | "theirs") => void;
  /** Somebody tried to save before choosing. */
  readonly asked: boolean;
}

/** What was changed elsewhere while this form was open, by whom, and whose holds where both did. */
export function MeanwhileNote({ editing, log, onChoose, asked }: NoteProps) {
  const { t } = useTranslation();
  const { meanwhile, status } = editing;
  if (meanwhile.length === 0 && status === null) return null;
  const taken = meanwhile.filter(({ mine }) => mine === null);
  const both = meanwhile.filter(({ mine }) => mine !== null);
  return (
    <div className="meanwhile">
      <Note tone="attention" icon={TriangleAlert} live>
        <p className="name">{t("schedule.form.meanwhile.title")}</p>
        {status === null ? null : (
          <p>
            {t("schedule.form.meanwhile.taken", {
              field: t("schedule.booking.steps"),
              value: t(`schedule.status.${status}`),
              by: t(`schedule.booking.by.${actorOf("status", log)}`),
            })}
          </p>
        )}
        {taken.map((change) => (
          <Taken key={change.part} change={change} log={log} />
        ))}
        {asked && both.some(isUndecided) ? <p>{t("schedule.form.meanwhile.choose")}</p> : null}
      </Note>
      {both.map((change) => (
        <Both key={change.part} change={change} log={log} onChoose={onChoose} />
      ))}
    </div>
  );
}

interface ChangeProps {
  readonly change: Meanwhile;
  readonly log: readonly BookingLogEntry[];
}

function Taken({ change, log }: ChangeProps) {
  const { t } = useTranslation();
  const { field, value, by } = useWords(change, log);
  return <p>{t("schedule.form.meanwhile.taken", { field, value: value(change.theirs), by })}</p>;
}

function Both({ change, log, onChoose }: ChangeProps & Pick<NoteProps, "onChoose">) {
  const { t } = useTranslation();
  const { field, value, by } = useWords(change, log);
  const { part, theirs, mine } = change;
  return (
    <RadioChoices
      label={t("schedule.form.meanwhile.both", { field, by })}
      value={change.chosen}
      onChange={(whose) => onChoose(part, whose)}
      choices={[
        { id: "mine", label: t("schedule.form.meanwhile.mine"), detail: value(mine ?? theirs) },
        { id: "theirs", label: t("schedule.form.meanwhile.theirs"), detail: value(theirs) },
      ]}
    />
  );
}

const LABELS = {
  when: "schedule.form.meanwhile.when",
  staff: "schedule.form.with",
  service: "schedule.form.service",
  customer: "schedule.form.customer",
  deskNotes: "schedule.form.deskNote",
  customerNotes: "schedule.form.customerNote",
  price: "schedule.form.price",
  repeat: "repeat.label",
} as const satisfies Readonly<Record<Part, string>>;

function useWords({ part }: Meanwhile, log: readonly BookingLogEntry[]) {
  const { t } = useTranslation();
  const say = useValueWords();
  const value = (values: BookingValues): string => {
    const words = say(part, values);
    return words === "" ? t("schedule.form.meanwhile.empty") : words;
  };
  return { field: t(LABELS[part]), by: t(`schedule.booking.by.${actorOf(part, log)}`), value };
}

/** What a form holds in one part, as words; nothing where it is empty. */
function useValueWords(): (part: Part, values: BookingValues) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  const services = useCatalogue((s) => s.services);
  return (part, values) => {
    switch (part) {
      case "when": {
        const time = `${formats.wall(values.start)}–${formats.wall(values.end)}`;
        return t("schedule.booking.when", { day: formats.weekdayAndDay(values.date), time });
      }
      case "staff":
        return staffName(values.staffId);
      case "service":
        return services.find(({ id }) => id === values.serviceId)?.name ?? "";
      case "customer":
        return values.customer?.name ?? "";
      case "deskNotes":
      case "customerNotes":
      case "price":
        return values[part];
      case "repeat":
        if (values.repeat === null) return t("repeat.none");
        return values.repeat.every === "kept"
          ? t("repeat.inItsOwnWay")
          : repeatWords(t, formats, values.repeat, values.date);
    }
  };
}
