import {
  CircleCheck,
  CirclePause,
  Cloud,
  CloudAlert,
  CloudOff,
  type LucideIcon,
  RefreshCw,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SyncShape } from "../../src-shared/sync-status.ts";
import { useSyncPresentation } from "../store/sync.ts";
import { openScreen } from "../store/window.ts";
import { Icon } from "../ui/icon.tsx";

export const SYNC_ICONS: Record<SyncShape, LucideIcon> = {
  active: CircleCheck,
  syncing: RefreshCw,
  offline: CloudOff,
  paused: CirclePause,
  attention: TriangleAlert,
  error: CloudAlert,
  disconnected: Cloud,
};

/** The state of the sync in one or two words; leads to Integrations. */
export function SyncLight() {
  const { t } = useTranslation();
  const sync = useSyncPresentation();
  if (sync === null) return <span className="synclight" />;
  return (
    <button
      type="button"
      className={`synclight is-${sync.shape}`}
      onClick={() => openScreen("integrations", "google")}
    >
      <Icon of={SYNC_ICONS[sync.shape]} />
      <span className="cut">{t(`sync.${sync.words}`, { count: sync.count })}</span>
    </button>
  );
}
