import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { MenuItem } from "react-aria-components";
import { Icon } from "./icon.tsx";
import "./list.css";

interface ChosenItemProps {
  readonly id: string;
  readonly label: string;
  /** What stands before the words. */
  readonly children?: ReactNode;
}

/** A line of a menu that can be chosen; a tick at its end tells whether it is. */
export function ChosenItem({ id, label, children }: ChosenItemProps) {
  return (
    <MenuItem id={id} textValue={label} className="list-item">
      {children}
      <span className="grow cut">{label}</span>
      <span className="list-check">
        <Icon of={Check} size={14} />
      </span>
    </MenuItem>
  );
}
