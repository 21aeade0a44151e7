import type { ReactNode, RefObject } from "react";
import { Dialog, Popover as AriaPopover, type PopoverProps } from "react-aria-components";
import "./list.css";

interface PopOverProps {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly triggerRef: RefObject<Element | null>;
  readonly placement?: NonNullable<PopoverProps["placement"]>;
  /** Pixels. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** A small edit beside what it is about; a press outside or Esc closes it. */
export function PopOver(props: PopOverProps) {
  const { label, isOpen, onClose, triggerRef, placement = "bottom start", width, children } = props;
  return (
    <AriaPopover
      className="pop"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      triggerRef={triggerRef}
      placement={placement}
      style={width === undefined ? {} : { width }}
    >
      <Dialog aria-label={label} className="pop-in">
        {children}
      </Dialog>
    </AriaPopover>
  );
}
