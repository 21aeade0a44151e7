import { formatLocale } from "../../src-shared/words/languages.ts";
import type { Notice, NoticedBooking } from "../core/ports.ts";
import type { HostSpeech } from "./say.ts";

export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

function bookingLine(booking: NoticedBooking, { say, spoken }: HostSpeech): string {
  const { start, zone, service, name } = booking;
  const format = new Intl.DateTimeFormat(formatLocale({ ...booking, spoken: spoken() }), {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
  });
  const when = format.format(Date.parse(start));
  return name === ""
    ? say("notices.booking", { when, service })
    : say("notices.bookingNamed", { when, service, name });
}

/** What a notice says, in the language of the shell and by the clock of the business. */
export function noticeWords({ about, count, booking }: Notice, speech: HostSpeech): NoticeWords {
  const title = speech.say(`notices.${about}`, { count });
  if (about === "signIn") return { title, body: speech.say("notices.signInMore") };
  const body = booking === null ? speech.say("notices.seeSchedule") : bookingLine(booking, speech);
  return { title, body };
}
