import { Clock, Lock, Trash2, Users, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { lazy, Suspense, useState } from "react";
import type { Block } from "../../../src-shared/domain/block.ts";
import { addDays } from "../../../src-shared/time/zones.ts";
import { keyOfBlock } from "../../store/booking-key.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { select, useWindow } from "../../store/window.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { Note } from "../../ui/note.tsx";
import { type Option, SelectField } from "../../ui/select-field.tsx";
import { assignBlock, removeBlock, saveBlock } from "../actions/blocks.ts";
import { BlockForm } from "../draft/block-form.tsx";
import { ruleOfChange, valuesOfBlock } from "../draft/block-values.ts";
import { staffName } from "../labels.ts";
import { EditButton } from "./edit-button.tsx";

const RepeatLine = lazy(async () => ({
  default: (await import("../repeat/repeat-line.tsx")).RepeatLine,
}));

/** A block in the pane: our own can be changed, Google's can be given to one person. */
export function BlockPanel({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const google = block.source === "google";
  const title = google ? t("schedule.block.googleTitle") : t("schedule.block.title");
  return (
    <>
      <header className="pane-head">
        <h1 className="who grow cut">{block.title === "" ? title : block.title}</h1>
        <IconButton label={t("schedule.booking.close")} icon={X} onPress={() => select(null)} />
      </header>
      {google ? <GoogleBlockIn block={block} /> : <DeskBlockIn block={block} />}
    </>
  );
}

function useWhen(block: Block): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const first = formats.dateOf(block.start);
  if (block.allDay !== null) {
    const last = addDays(block.allDay.to, -1);
    const from = formats.weekdayAndDay(block.allDay.from);
    if (last === block.allDay.from) return `${from}, ${t("schedule.block.allDay")}`;
    return t("schedule.block.days", { from, to: formats.weekdayAndDay(last) });
  }
  const time = formats.timeRange(block.start, block.end);
  return t("schedule.booking.when", { day: formats.weekdayAndDay(first), time });
}

const EVERYONE = "everyone";

function GoogleBlockIn({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff);
  const people = staff
    .filter((s) => s.active || block.staffIds.includes(s.id))
    .map((s): Option => ({ id: s.id, label: s.name }));
  return (
    <div className="pane-scroll">
      <div className="facts">
        <div>
          <Icon of={Clock} />
          <span>{useWhen(block)}</span>
        </div>
      </div>
      <div className="pane-pad form-stack">
        <SelectField
          label={t("schedule.block.who")}
          options={[{ id: EVERYONE, label: t("schedule.block.everyone") }, ...people]}
          value={block.staffIds[0] ?? EVERYONE}
          onChange={(id) => void assignBlock(block, id === EVERYONE ? null : id)}
        />
        <Note tone="plain" icon={Lock}>
          {t("schedule.block.googleText")}
        </Note>
      </div>
    </div>
  );
}

function DeskBlockIn({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const editing = useWindow((s) => s.editing);
  const names = block.staffIds.map((id) => staffName(id)).join(", ");
  const when = useWhen(block);
  const { dateOf } = useFormats();
  if (editing) return <EditBlock block={block} />;
  return (
    <>
      <div className="facts grow">
        <div>
          <Icon of={Clock} />
          <span>{when}</span>
        </div>
        <div>
          <Icon of={Users} />
          <span>{names === "" ? t("schedule.block.everyone") : names}</span>
        </div>
        {block.rrule === null ? null : (
          <Suspense fallback={null}>
            <RepeatLine rule={block.rrule} date={dateOf(block.originalStart ?? block.start)} />
          </Suspense>
        )}
      </div>
      <footer className="act">
        <Button size="large" icon={Trash2} onPress={() => void removeBlock(block)}>
          {t("schedule.block.remove")}
        </Button>
        <span className="grow" />
        <EditButton />
      </footer>
    </>
  );
}

function EditBlock({ block }: { readonly block: Block }) {
  const { t } = useTranslation();
  const zone = useFormats().zone;
  const [first] = useState(() => {
    const anybody = useCatalogue.getState().staff[0]?.id ?? "";
    return valuesOfBlock(block, zone, anybody);
  });
  const [values, setValues] = useState(first);
  return (
    <BlockForm
      className="pane-form"
      values={values}
      onChange={setValues}
      save={async (fields) => {
        const saved = await saveBlock(block, {
          ...fields,
          rrule: ruleOfChange(block, first, values, zone),
        });
        if (saved !== null) select({ is: "block", id: keyOfBlock(saved) });
      }}
      buttons={
        <>
          <span className="grow" />
          <Button size="large" onPress={() => useWindow.setState({ editing: false })}>
            {t("schedule.form.cancel")}
          </Button>
          <Button size="large" kind="primary" type="submit">
            {t("schedule.form.save")}
          </Button>
        </>
      }
    />
  );
}
