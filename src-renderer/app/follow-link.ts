import type { AppLink } from "../../src-shared/app-link.ts";
import { call } from "../bridge.ts";
import { keyOf } from "../store/booking-key.ts";
import { openBooking, openDay, useWindow } from "../store/window.ts";
import { formatsNow } from "../schedule/labels.ts";
import { sayFailure } from "../ui/say-failure.ts";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/i18n.ts";

/** Whether leaving what is shown could lose something that a person types. */
function mayBeTyping(): boolean {
  const { screen, draft, editing, walkInOpen, cancelling, printOpen } = useWindow.getState();
  const isBusy = draft !== null || editing || walkInOpen || cancelling !== null || printOpen;
  return screen !== "schedule" || isBusy || document.querySelector("[role$=dialog]") !== null;
}

/** Goes where a link leads, whatever is shown. */
export async function showLink(link: AppLink): Promise<void> {
  if (link.is === "day") return openDay(link.date);
  if (link.is === "open") return;
  const { id, originalStart } = link;
  try {
    const { booking } = await call("booking.get", { id, originalStart });
    openBooking(keyOf(booking), formatsNow().dateOf(booking.start));
  } catch (error) {
    sayFailure(error);
  }
}

/** Goes where a link of ours leads; where somebody may be typing it only offers to. */
export async function followLink(link: AppLink): Promise<void> {
  if (link.is === "open") return;
  if (!mayBeTyping()) return showLink(link);
  toast({
    text: words.t(`app.link.${link.is}`),
    actions: [{ label: words.t("app.link.show"), run: () => void showLink(link) }],
  });
}
