import type { Handlers } from "../../src-shared/bridge/contract.ts";
import { formatLocale } from "../../src-shared/words/languages.ts";
import { addDays, dateAt } from "../../src-shared/time/zones.ts";
import type { SyncPresentation } from "../../src-shared/sync-status.ts";
import type { Clock } from "../core/ports.ts";
import type { HostSpeech } from "./say.ts";
import { nextBookings, trayModel, type TrayModel } from "./tray-model.ts";

export interface TrayViewDeps {
  readonly desk: { readonly handlers: Handlers; presentation(): SyncPresentation };
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  readonly darkBar: () => boolean;
  readonly speech: HostSpeech;
}

/** Asks the desk for what the tray shows now: the state of the sync and today's next bookings. */
export async function readTrayModel(deps: TrayViewDeps): Promise<TrayModel> {
  const { desk, clock, platform, speech } = deps;
  const { zone, locale } = await desk.handlers["business.get"]({});
  const now = clock.now();
  const today = dateAt(now, zone);
  const day = await desk.handlers["schedule.get"]({ from: today, to: addDays(today, 1) });
  const { clock: hours } = await desk.handlers["preferences.get"]({});
  const written = formatLocale({ spoken: speech.spoken(), locale, clock: hours });
  const format = new Intl.DateTimeFormat(written, { timeStyle: "short", timeZone: zone });
  return trayModel(
    {
      shown: desk.presentation(),
      next: nextBookings(day, now),
      update: await desk.handlers["update.status"]({}),
      time: (at) => format.format(Date.parse(at)),
      platform,
      darkBar: deps.darkBar(),
    },
    speech.say,
  );
}
