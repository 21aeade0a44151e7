import { X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Draft, useWindow } from "../../store/window.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { createBlock } from "../actions/blocks.ts";
import { changeDraft, closeDraft } from "../actions/drafting.ts";
import type { DayColumn } from "../day-columns.ts";
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
  useBesideDraft(element, draft);
  const title = t(draft.is === "booking" ? "schedule.form.newTitle" : "schedule.form.blockTitle");
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    closeDraft();
  };
  return (
    <section
      className="pop nb"
      ref={element}
      role="dialog"
      aria-label={title}
      onKeyDown={onKeyDown}
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

/** Puts the form beside the draft's column after each change of either's size. */
function useBesideDraft(element: RefObject<HTMLElement | null>, draft: Draft): void {
  useLayoutEffect(() => {
    const form = element.current;
    const book = form?.parentElement;
    if (form === null || book === null || book === undefined) return undefined;
    const place = (): void => {
      const column = book.querySelector(`[data-staff="${CSS.escape(draft.staffId)}"]`);
      const box = book.querySelector(".draft") ?? column;
      const { left, top } = besideColumn({
        book: book.getBoundingClientRect(),
        column: (column ?? book).getBoundingClientRect(),
        draft: (box ?? book).getBoundingClientRect(),
        form: { width: form.offsetWidth, height: form.offsetHeight },
      });
      form.style.left = `${left}px`;
      form.style.top = `${top}px`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(form);
    watcher.observe(book);
    return () => watcher.disconnect();
  }, [element, draft.staffId, draft.start, draft.date]);
}
