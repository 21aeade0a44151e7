import {
  CircleAlert,
  CircleCheck,
  Cloud,
  CloudOff,
  Hourglass,
  type LucideIcon,
} from "lucide-react";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";

export type OnlineTone = "off" | "waiting" | "on" | "trouble" | "offline";

const PASSING: ReadonlySet<string> = new Set(["noNetwork", "timeout", "serverError"]);

/** Offline is no error: it passes by itself and nothing is lost. */
export function toneOf({ pairing, problem }: CompanionStatus): OnlineTone {
  if (pairing.is === "none") return "off";
  if (problem !== null) return PASSING.has(problem) ? "offline" : "trouble";
  return pairing.is === "waiting" ? "waiting" : "on";
}

export const PILLS: Record<
  OnlineTone,
  { readonly tone: "ok" | "error" | "idle" | "offline" | "attention"; readonly icon: LucideIcon }
> = {
  off: { tone: "idle", icon: Cloud },
  waiting: { tone: "attention", icon: Hourglass },
  on: { tone: "ok", icon: CircleCheck },
  trouble: { tone: "error", icon: CircleAlert },
  offline: { tone: "offline", icon: CloudOff },
};
