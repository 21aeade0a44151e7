import { type OpenedCompanion, openCompanion } from "../../src-companion/companion.ts";
import { type Listening, listen } from "../../src-companion/listen.ts";
import { type Env, readSettings } from "../../src-companion/settings.ts";
import { lineLog, systemRandom, systemScheduler } from "../../src-companion/surroundings.ts";
import type { Clock } from "../../src-companion/ports.ts";
import { systemClock } from "../../src-main/node/time.ts";

/** A companion in this process that can be ended and started again on its data, at one address. */
export interface CompanionSite {
  readonly url: string;
  /** Where its data is. */
  readonly folder: string;
  /** What it logged since the beginning. */
  readonly logLines: readonly string[];
  /** @throws Error while it doesn't run */
  opened(): OpenedCompanion;
  start(): Promise<void>;
  /** Ends it as its server would: requests are answered first. */
  pause(): Promise<void>;
}

/**
 * Starts a companion on 127.0.0.1.
 * @param folder an existing folder that it keeps its data in
 * @param env further settings, as in docs/companion.md
 */
export async function startCompanionAt(
  port: number,
  folder: string,
  env: Env = {},
  clock: Clock = systemClock,
): Promise<CompanionSite> {
  const settings = readSettings(
    { COMPANION_PORT: String(port), COMPANION_DATA: folder, ...env },
    folder,
  );
  const logLines: string[] = [];
  const surroundings = {
    clock,
    scheduler: systemScheduler,
    random: systemRandom(clock),
    log: lineLog(clock, (line) => logLines.push(line)),
  };
  let running: { readonly opened: OpenedCompanion; readonly listening: Listening } | null = null;
  const site: CompanionSite = {
    url: settings.baseUrl,
    folder,
    logLines,
    opened() {
      if (running === null) throw new Error("The companion does not run.");
      return running.opened;
    },
    async start() {
      const opened = await openCompanion(settings, surroundings);
      const where = { host: settings.host, port, scheduler: systemScheduler };
      running = { opened, listening: await listen(opened.app, where) };
    },
    async pause() {
      const ending = running;
      running = null;
      ending?.opened.endStreams();
      await ending?.listening.stop();
      await ending?.opened.close();
    },
  };
  await site.start();
  return site;
}
