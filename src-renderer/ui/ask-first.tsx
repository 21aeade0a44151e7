import { CircleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { asFailure, type BridgeFailure } from "../bridge.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Note } from "./note.tsx";
import "./ask-first.css";

interface AskFirstProps {
  readonly title: string;
  /** Words of the three buttons: leave it, do it, and doing it. */
  readonly says: { readonly stay: string; readonly go: string; readonly going: string };
  readonly isReady?: boolean;
  /** Pixels. */
  readonly width?: number;
  readonly go: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is taken away; what went wrong is told where it was asked. */
export function AskFirst(props: AskFirstProps) {
  const { title, says, isReady = true, width, go, onClose, children } = props;
  const { t } = useTranslation();
  const [state, setState] = useState<"asking" | "going" | BridgeFailure>("asking");
  const start = (): void => {
    setState("going");
    go().catch((error: unknown) => setState(asFailure(error)));
  };
  return (
    <Dialog
      role="alertdialog"
      isOpen
      title={title}
      onClose={onClose}
      {...(width === undefined ? {} : { width })}
      actions={
        <>
          <Button size="large" onPress={onClose}>
            {says.stay}
          </Button>
          <Button
            size="large"
            kind="primaryDanger"
            isDisabled={state === "going" || !isReady}
            onPress={start}
          >
            {state === "going" ? says.going : says.go}
          </Button>
        </>
      }
    >
      <div className="ask-first">
        {children}
        {typeof state === "string" ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {t(`errors.${state.code}`)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
