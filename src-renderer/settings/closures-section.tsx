import { CircleAlert, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Block } from "../../src-shared/domain/block.ts";
import type { Closure } from "../../src-shared/domain/business.ts";
import { removeBlock } from "../schedule/actions/blocks.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Note } from "../ui/note.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { ClosureForm } from "./closure-form.tsx";
import { fromToday } from "./closures-draft.ts";
import { DaysList, useDaysWords } from "./days-list.tsx";
import { DaysOffForm } from "./days-off-form.tsx";
import { isSameClosure, saveClosure } from "./save-closures.ts";
import { Section } from "./section.tsx";

const NO_CLOSURES: readonly Closure[] = [];

/** What the form at the right is about; a null in it makes a new one. */
type Open =
  | { readonly is: "closure"; readonly closure: Closure | null }
  | { readonly is: "daysOff"; readonly block: Block | null }
  | null;

interface PartProps {
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
}

/** Days on which the business is closed, and days off of those who work in it. */
export function ClosuresSection() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const daysOff = useAsked("block.daysOff", {}, ["schedule.changed"]);
  const close = (): void => setOpen(null);
  return (
    <Section
      title={t("settings.section.closures")}
      about={t("settings.closures.about")}
      {...(open === null
        ? {}
        : { aside: <OpenForm open={open} blocks={daysOff.value ?? []} onClose={close} /> })}
    >
      <div className="closures">
        <Closures open={open} setOpen={setOpen} />
        <DaysOff open={open} setOpen={setOpen} blocks={daysOff.value ?? []} />
        {daysOff.failure === null ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {t(`errors.${daysOff.failure.code}`)}
          </Note>
        )}
      </div>
    </Section>
  );
}

interface OpenFormProps {
  readonly open: NonNullable<Open>;
  readonly blocks: readonly Block[];
  readonly onClose: () => void;
}

function OpenForm({ open, blocks, onClose }: OpenFormProps) {
  const words = useDaysWords();
  if (open.is === "closure") {
    const { closure } = open;
    const key = closure === null ? "new" : `${closure.from} ${closure.to} ${closure.name}`;
    return <ClosureForm key={key} closure={closure} onClose={onClose} />;
  }
  // As it is now: somebody else may have changed it since the form was opened.
  const block = blocks.find(({ id }) => id === open.block?.id) ?? open.block;
  const who = block === null ? "" : words.whoOf(block);
  return <DaysOffForm key={block?.id ?? "new off"} block={block} who={who} onClose={onClose} />;
}

interface PartHeadProps {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** A titled list with the button that adds to it. */
function Part({ title, add, onAdd, children }: PartHeadProps) {
  return (
    <section aria-label={title}>
      <header className="row closures-head">
        <h2 className="grow">{title}</h2>
        <Button icon={Plus} onPress={onAdd}>
          {add}
        </Button>
      </header>
      {children}
    </section>
  );
}

function Closures({ open, setOpen }: PartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useDaysWords();
  const closures = useCatalogue((s) => s.business?.closures ?? NO_CLOSURES);
  const { ahead, past } = fromToday(closures, formats.today());
  const edited = open?.is === "closure" ? open.closure : null;
  return (
    <Part
      title={t("settings.closures.business")}
      add={t("settings.closures.add")}
      onAdd={() => setOpen({ is: "closure", closure: null })}
    >
      <DaysList
        empty={t("settings.closures.empty")}
        rows={ahead.map(({ closure, next }) => ({
          key: `${closure.from} ${closure.to} ${closure.name} ${closure.yearly}`,
          days: words.daysOf(next),
          name: words.nameOf(closure.name, "settings.closures.unnamed"),
          detail: closure.yearly ? t("settings.closures.everyYear") : "",
          isEdited: edited !== null && isSameClosure(edited, closure),
          edit: () => setOpen({ is: "closure", closure }),
          remove: () => void saveClosure(closure, null).catch(sayFailure),
        }))}
      />
      {past === 0 ? null : (
        <p className="small mute">{t("settings.closures.past", { count: past })}</p>
      )}
    </Part>
  );
}

function DaysOff({ open, setOpen, blocks }: PartProps & { readonly blocks: readonly Block[] }) {
  const { t } = useTranslation();
  const words = useDaysWords();
  return (
    <Part
      title={t("settings.daysOff.title")}
      add={t("settings.daysOff.add")}
      onAdd={() => setOpen({ is: "daysOff", block: null })}
    >
      <DaysList
        empty={t("settings.daysOff.empty")}
        rows={blocks.map((block) => ({
          key: block.id,
          days: block.allDay === null ? "" : words.daysOf(block.allDay),
          name: words.whoOf(block),
          detail: words.nameOf(block.title, "settings.daysOff.unnamed"),
          isEdited: open?.is === "daysOff" && open.block?.id === block.id,
          edit: () => setOpen({ is: "daysOff", block }),
          remove: () => void removeBlock(block),
        }))}
      />
    </Part>
  );
}
