import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./button.tsx";
import "./form.css";

interface AsideFormProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot; they stay in sight. */
  readonly foot: ReactNode;
}

/** A form at the right of a list. It takes the focus when it opens and gives it back; Esc closes it. */
export function AsideForm({ title, onClose, onSubmit, children, foot }: AsideFormProps) {
  const { t } = useTranslation();
  const titleId = useId();
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
  return (
    <aside className="aside-form" aria-labelledby={titleId}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <header className="row">
          <h2 className="grow cut" id={titleId}>
            {title}
          </h2>
          <IconButton icon={X} label={t("common.close")} onPress={onClose} />
        </header>
        <div className="aside-fields">{children}</div>
        <footer>{foot}</footer>
      </form>
    </aside>
  );
}
