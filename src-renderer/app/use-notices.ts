import { useEffect } from "react";
import type { GivenNotice, NoticeTarget } from "../../src-shared/notice.ts";
import { listen } from "../bridge.ts";
import { wasMarkedHere } from "../store/marked-here.ts";
import { openScreen } from "../store/window.ts";
import { toastAfterwards } from "../ui/toast.tsx";
import { words } from "../words/i18n.ts";
import { announce } from "./live.tsx";

async function show(target: NoticeTarget): Promise<void> {
  if (target.is === "schedule") return openScreen("schedule");
  if (target.is === "integrations") return openScreen("integrations", "google");
  const { showLink } = await import("./follow-link.ts");
  await showLink(target);
}

function say({ about, count, opens }: GivenNotice): void {
  if (about === "arrived" && opens.is === "booking" && wasMarkedHere(opens.id)) return;
  const text = words.t(`notices.${about}`, { count });
  announce(text);
  toastAfterwards({
    text,
    actions: [{ label: words.t("notices.show"), run: () => void show(opens) }],
  });
}

/** Says in the window what the system's notices say: not every system shows them. */
export function useNotices(): void {
  useEffect(() => listen("notice.given", say), []);
}
