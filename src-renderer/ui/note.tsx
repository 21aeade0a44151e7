import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import "./note.css";

interface NoteProps {
  readonly tone: "plain" | "attention" | "error" | "ok" | "offline";
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
  /** Read out when it appears. */
  readonly live?: boolean;
}

/** A soft strip with something to know. */
export function Note({ tone, icon, children, live = false }: NoteProps) {
  return (
    <div className={`note ${tone}`} role={live ? "status" : undefined}>
      {icon === undefined ? null : <Icon of={icon} />}
      <div className="grow">{children}</div>
    </div>
  );
}

interface PillProps {
  readonly tone: "ok" | "error" | "idle" | "offline" | "attention";
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A state in one word, with a shape beside it. */
export function Pill({ tone, icon, children }: PillProps) {
  return (
    <span className={`pill ${tone}`}>
      <Icon of={icon} size={14} />
      {children}
    </span>
  );
}
