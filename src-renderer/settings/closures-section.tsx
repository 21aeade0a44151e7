import { CircleAlert, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Closure } from "../../src-shared/domain/business.ts";
import { asFailure, type BridgeFailure } from "../bridge.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { DateField } from "../ui/date-field.tsx";
import { TextField } from "../ui/field.tsx";
import { type Formats, useFormats } from "../ui/formats.ts";
import { Note } from "../ui/note.tsx";
import { toast } from "../ui/toast.tsx";
import {
  type ClosureDraft,
  type ClosureFault,
  draftOfClosure,
  fromToday,
  inOrder,
  readClosure,
} from "./closures-draft.ts";
import { saveBusiness } from "./save-business.ts";
import { Section } from "./section.tsx";

const NO_CLOSURES: readonly Closure[] = [];

/** Days on which the business is shut. Each change is saved at once. */
export function ClosuresSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const business = useCatalogue((s) => s.business);
  const closures = business?.closures ?? NO_CLOSURES;
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const save = async (changed: readonly Closure[]): Promise<boolean> => {
    try {
      await saveBusiness({ closures: inOrder(changed) }, business?.revision ?? null);
      setFailure(null);
      return true;
    } catch (error) {
      setFailure(asFailure(error));
      return false;
    }
  };
  const remove = async (closure: Closure): Promise<void> => {
    const left = closures.filter((other) => other !== closure);
    if (!(await save(left))) return;
    toast({
      text: t("settings.closures.removed", {
        name: nameOf(closure, t("settings.closures.unnamed")),
      }),
      undo: () => void addBack(closure),
    });
  };
  const { ahead, past } = fromToday(closures, formats.today());
  return (
    <Section title={t("settings.section.closures")} about={t("settings.closures.about")}>
      <div className="closures">
        <NewClosure add={(closure) => save([...closures, closure])} />
        {failure === null ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {t(`errors.${failure.code}`)}
          </Note>
        )}
        {ahead.length === 0 ? (
          <p className="sub">{t("settings.closures.empty")}</p>
        ) : (
          <ClosureList closures={ahead} remove={(closure) => void remove(closure)} />
        )}
        {past.length === 0 ? null : (
          <p className="small mute">{t("settings.closures.past", { count: past.length })}</p>
        )}
      </div>
    </Section>
  );
}

async function addBack(closure: Closure): Promise<void> {
  const { business } = useCatalogue.getState();
  if (business === null) return;
  await saveBusiness({ closures: inOrder([...business.closures, closure]) }, business.revision);
}

function nameOf(closure: Closure, unnamed: string): string {
  return closure.name === "" ? unnamed : closure.name;
}

function daysOf(closure: Closure, formats: Formats): string {
  const { first, last } = draftOfClosure(closure);
  if (first === null || last === null || first === last) return formats.weekdayAndDay(closure.from);
  return `${formats.weekdayAndDay(first)} – ${formats.weekdayAndDay(last)}`;
}

interface ClosureListProps {
  readonly closures: readonly Closure[];
  readonly remove: (closure: Closure) => void;
}

function ClosureList({ closures, remove }: ClosureListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ul className="closure-list">
      {closures.map((closure) => {
        const name = nameOf(closure, t("settings.closures.unnamed"));
        return (
          <li key={`${closure.from} ${closure.to} ${closure.name}`}>
            <span>{daysOf(closure, formats)}</span>
            <span className="name grow cut">{name}</span>
            <IconButton
              icon={Trash2}
              label={t("settings.closures.removeNamed", { name })}
              onPress={() => remove(closure)}
            />
          </li>
        );
      })}
    </ul>
  );
}

const EMPTY: ClosureDraft = { name: "", first: null, last: null };
const FIRST_DAYS = { 1: "mon", 6: "sat", 7: "sun" } as const;

function NewClosure({ add }: { readonly add: (closure: Closure) => Promise<boolean> }) {
  const { t } = useTranslation();
  const weekStart = useCatalogue((s) => s.business?.weekStart ?? 1);
  const [draft, setDraft] = useState(EMPTY);
  const [fault, setFault] = useState<ClosureFault | null>(null);
  const submit = async (): Promise<void> => {
    const read = readClosure(draft);
    setFault(typeof read === "string" ? read : null);
    if (typeof read !== "string" && (await add(read))) setDraft(EMPTY);
  };
  return (
    <form
      className="closure-new"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DateField
        label={t("settings.closures.from")}
        value={draft.first}
        onChange={(first) => setDraft({ ...draft, first })}
        firstDay={FIRST_DAYS[weekStart]}
        error={fault === "date" ? t("settings.closures.errors.date") : undefined}
      />
      <DateField
        label={t("settings.closures.to")}
        value={draft.last}
        onChange={(last) => setDraft({ ...draft, last })}
        firstDay={FIRST_DAYS[weekStart]}
        error={fault === "order" ? t("settings.closures.errors.order") : undefined}
      />
      <TextField
        className="grow"
        label={t("settings.closures.name")}
        value={draft.name}
        maxLength={200}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <Button type="submit" icon={Plus} size="large">
        {t("settings.closures.add")}
      </Button>
    </form>
  );
}
