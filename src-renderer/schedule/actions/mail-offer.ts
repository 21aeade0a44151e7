import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { announce } from "../../app/live.tsx";
import { call } from "../../bridge.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/i18n.ts";
import { type Offer, sayFailure } from "./history.ts";

type Changed = Pick<ScheduledBooking, "id" | "revision" | "source" | "customerName">;

async function keepQuiet({ id, revision, customerName: customer }: Changed): Promise<void> {
  try {
    const { inTime } = await call("companion.keepQuiet", { bookingId: id, revision });
    const text = words.t(`schedule.toast.${inTime ? "notMailed" : "mailedAlready"}`, { customer });
    announce(text);
    toast({ text });
  } catch (error) {
    sayFailure(error);
  }
}

/** Who booked online is told by mail what the desk changes, unless the person at the desk says not to. */
export function mailAbout(saved: Changed): () => Promise<Offer | null> {
  return async () => {
    if (saved.source !== "customer") return null;
    const { willBeMailed } = await call("companion.customerNews", { bookingId: saved.id });
    if (!willBeMailed) return null;
    return {
      label: words.t("schedule.toast.dontMail"),
      note: words.t("schedule.toast.willMail", { customer: saved.customerName }),
      run: () => void keepQuiet(saved),
    };
  };
}
