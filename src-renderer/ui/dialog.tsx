import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./button.tsx";
import "./list.css";
import "./dialog.css";

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  /** Pixels. */
  readonly width?: number;
  /** `alertdialog` asks something that must be answered; a press outside does not close it. */
  readonly role?: "dialog" | "alertdialog";
}

/** A dialog in the middle of the window. Small edits use a pop-over instead. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, width = 480, role = "dialog" } = props;
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === "dialog"}
    >
      <Modal className="dialog" style={{ width }}>
        <AriaDialog className="dialog-in" role={role}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title grow">
              {title}
            </Heading>
            <IconButton label={t("common.close")} icon={X} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {actions === undefined ? null : <footer className="dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
