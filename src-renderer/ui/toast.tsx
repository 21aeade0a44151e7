import { Undo2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { Icon } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";
import { CONTROL_KEY } from "./platform.ts";
import "./toast.css";

/** An undo stays this long, and longer while the pointer or the focus is on it. */
export const TOAST_MS = 8_000;

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface ToastWords {
  readonly text: string;
  readonly tone?: "plain" | "error";
  /** Takes back what was done; shown with its key. */
  readonly undo?: () => void;
  /** What comes of it by itself, in a second line. */
  readonly note?: string;
  readonly actions?: readonly ToastAction[];
}

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 1 });

/** Says something at the foot of the window. A new one takes the place of the old. */
export function toast(words: ToastWords): void {
  queue.clear();
  queue.add(words, { timeout: TOAST_MS });
}

/** As `toast`, for what nobody here did: it waits until what was said before is gone, and with it the offer to take it back. */
export function toastAfterwards(words: ToastWords): void {
  const isFree = (): boolean => queue.visibleToasts.length === 0;
  if (isFree()) return toast(words);
  let waits = true;
  const end = queue.subscribe(() => {
    // A toast that is renewed is gone for a moment.
    queueMicrotask(() => {
      if (!waits || !isFree()) return;
      waits = false;
      end();
      toast(words);
    });
  });
}

/** The place where toasts show; once in the window. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts">
      {({ toast: shown }) => (
        <AriaToast toast={shown} className="toast">
          <ToastIn words={shown.content} close={() => queue.close(shown.key)} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}

function ToastIn({ words, close }: { readonly words: ToastWords; readonly close: () => void }) {
  const { t } = useTranslation();
  const then = (run: () => void) => () => {
    close();
    run();
  };
  return (
    <>
      <ToastContent className="toast-words">
        <Text slot="title">{words.text}</Text>
        {words.note === undefined ? null : (
          <Text slot="description" className="toast-note">
            {words.note}
          </Text>
        )}
      </ToastContent>
      {words.undo === undefined ? null : (
        <AriaButton className="btn sm" onPress={then(words.undo)}>
          <Icon of={Undo2} size={14} />
          {t("app.undo")}
          <Kbd>{t("app.keys.withControl", { control: CONTROL_KEY, key: "Z" })}</Kbd>
        </AriaButton>
      )}
      {words.actions?.map(({ label, run }) => (
        <AriaButton key={label} className="btn sm" onPress={then(run)}>
          {label}
        </AriaButton>
      ))}
      <AriaButton slot="close" className="btn sm icon toast-close" aria-label={t("common.close")}>
        <Icon of={X} size={14} />
      </AriaButton>
      <i className="toast-life" aria-hidden />
    </>
  );
}
