import { GripVertical } from "lucide-react";
import { Icon } from "./icon.tsx";
import type { Reorder } from "./use-reorder.ts";
import "./grip.css";

interface GripProps {
  readonly label: string;
  readonly index: number;
  readonly reorder: Reorder;
}

/** The handle by which a row is pulled to another place. */
export function Grip({ label, index, reorder }: GripProps) {
  return (
    <button type="button" className="grip" aria-label={label} {...reorder.grip(index)}>
      <Icon of={GripVertical} size={14} />
    </button>
  );
}
