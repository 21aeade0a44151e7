import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { FieldValues } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { IconButton } from "./button.tsx";
import { SaveRow, SaveTrouble } from "./save-row.tsx";
import type { RowForm } from "./use-row-form.ts";
import "./form.css";

interface AsideFormProps<Typed extends FieldValues, Read> {
  readonly title: string;
  readonly rowForm: RowForm<Typed, Read>;
  /** There is something to save although nothing was typed yet. */
  readonly isBegun?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form at the right of a list. It takes the focus when it opens and gives it back; Esc closes it. */
export function AsideForm<Typed extends FieldValues, Read>(props: AsideFormProps<Typed, Read>) {
  const { title, rowForm, isBegun = false, onClose, children } = props;
  const { state, submit, reload, saveMine } = rowForm;
  const { t } = useTranslation();
  const titleId = useId();
  const form = useAsideFocus(onClose);
  return (
    <aside className="aside-form" aria-labelledby={titleId}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <header className="row">
          <h2 className="grow cut" id={titleId}>
            {title}
          </h2>
          <IconButton icon={X} label={t("common.close")} onPress={onClose} />
        </header>
        <div className="aside-fields">{children}</div>
        <footer>
          <SaveTrouble state={state} onReload={reload} onSaveMine={saveMine} />
          <SaveRow
            state={state}
            isDirty={rowForm.form.formState.isDirty || isBegun}
            onSave={submit}
            onDiscard={onClose}
          />
        </footer>
      </form>
    </aside>
  );
}

/** Brings the focus to the first field and back to where it was, and closes on Esc. */
function useAsideFocus(onClose: () => void) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>("input, textarea")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    const current = form.current;
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.stopPropagation();
      onClose();
    };
    current?.addEventListener("keydown", closeOnEscape);
    return () => current?.removeEventListener("keydown", closeOnEscape);
  }, [onClose]);
  return form;
}
