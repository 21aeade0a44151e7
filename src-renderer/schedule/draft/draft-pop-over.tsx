import { X } from "lucide-react";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Draft, useWindow } from "../../store/window.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { createBlock } from "../actions/blocks.ts";
import { changeDraft, closeDraft } from "../actions/drafting.ts";
import type { DayColumn } from "../day-columns.ts";
import type { ColumnName } from "../grid/hit.ts";
import { BlockForm } from "./block-form.tsx";
import { NewBooking } from "./new-booking.tsx";
import { besideColumn } from "./beside.ts";
import "./form.css";

interface PopOverProps {
  readonly columns: readonly DayColumn[];
}

/**
 * The form of a new booking or block, beside its place on the grid. It covers nothing that it is about, and the grid
 * below stays alive: a click on another place takes the form there.
 */
export function DraftPopOver({ columns }: PopOverProps) {
  const draft = useWindow((s) => s.draft);
  if (draft === null || columns.length === 0) return null;
  return <Form draft={draft} key={draft.is} />;
}

function Form({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const element = useRef<HTMLElement>(null);
  const at = useBesideDraft(element, draft);
  const title = t(draft.is === "booking" ? "schedule.form.newTitle" : "schedule.form.blockTitle");
  return (
    <section
      className="pop nb"
      ref={element}
      role="dialog"
      aria-label={title}
      data-escape="back"
      style={at}
    >
      <header className="nb-head">
        <h2 className="grow nb-title">{title}</h2>
        <IconButton label={t("common.close")} icon={X} onPress={closeDraft} />
      </header>
      {draft.is === "booking" ? <NewBooking draft={draft} /> : <NewBlock draft={draft} />}
    </section>
  );
}

function NewBlock({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  return (
    <BlockForm
      className="nb-form"
      values={draft}
      onChange={changeDraft}
      save={async (fields) => {
        await createBlock(fields);
        closeDraft();
      }}
      buttons={
        <>
          <span className="grow" />
          <Button kind="primary" type="submit" keys="Enter">
            {t("schedule.form.block")}
          </Button>
        </>
      }
    />
  );
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Where the form stands beside its draft; looked at again after each change of either's size. */
function useBesideDraft(element: RefObject<HTMLElement | null>, draft: Draft): Corner {
  const [at, setAt] = useState<Corner>({ left: 0, top: 0 });
  const { staffId, start, date } = draft;
  useLayoutEffect(() => {
    const form = element.current;
    const book = form?.parentElement;
    if (form === null || book === null || book === undefined) return undefined;
    const place = (): void => {
      const corner = cornerBeside(book, form, { staffId, date });
      setAt((last) => (last.left === corner.left && last.top === corner.top ? last : corner));
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(form);
    watcher.observe(book);
    return () => watcher.disconnect();
  }, [element, staffId, start, date]);
  return at;
}

function cornerBeside(book: HTMLElement, form: HTMLElement, { staffId, date }: ColumnName): Corner {
  const named = `[data-staff="${CSS.escape(staffId)}"][data-date="${CSS.escape(date)}"]`;
  const column = book.querySelector(named) ?? book;
  const draft = book.querySelector(".draft") ?? column;
  return besideColumn({
    book: book.getBoundingClientRect(),
    column: column.getBoundingClientRect(),
    draft: draft.getBoundingClientRect(),
    form: { width: form.offsetWidth, height: form.offsetHeight },
  });
}
