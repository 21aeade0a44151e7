import { CircleAlert, CircleCheck, Cloud, type LucideIcon, Pause } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SyncPresentation, SyncTone } from "../../src-shared/sync-status.ts";
import { Pill } from "../ui/note.tsx";

const LOOK: Record<
  SyncTone,
  { readonly tone: "ok" | "error" | "idle"; readonly icon: LucideIcon }
> = {
  active: { tone: "ok", icon: CircleCheck },
  error: { tone: "error", icon: CircleAlert },
  disconnected: { tone: "idle", icon: Cloud },
};

/** The public word of the sync: Active, Error or Disconnected, with shape and colour. */
export function SyncPill({ shown }: { readonly shown: SyncPresentation }) {
  const { t } = useTranslation();
  const look = LOOK[shown.tone];
  const isPaused = shown.shape === "paused" && shown.tone === "active";
  return (
    <Pill tone={look.tone} icon={isPaused ? Pause : look.icon}>
      {t(`sync.tone.${shown.tone}`)}
    </Pill>
  );
}
