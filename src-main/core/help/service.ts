import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type { helpChannels, HelpReport } from "../../../src-shared/bridge/contract/help.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { CalendarProvider } from "../calendars/calendar-provider.ts";
import type { Ports } from "../ports.ts";
import type { DeskSettings } from "../settings.ts";
import { createPeopleMask } from "../store/people.ts";
import type { SyncMemory } from "../sync/memory.ts";
import type { SyncService } from "../sync/service.ts";
import { type HelpFacts, judgeChecks } from "./checks.ts";
import { writeDiagnostics } from "./diagnostics.ts";

export interface HelpDeps {
  readonly memory: SyncMemory;
  readonly ports: Pick<Ports, "clock" | "secrets" | "log">;
  readonly provider: Pick<CalendarProvider, "reach">;
  readonly sync: Pick<SyncService, "status" | "probe" | "connection">;
  readonly about: Pick<DeskSettings, "version" | "host" | "practice" | "zone">;
  /** The last lines of the log, oldest first. */
  readonly recentLog: () => readonly string[];
}

const WEEK_MS = 7 * 86_400_000;
const RUNS_TOLD = 50;
/** A name that nothing is kept under: reading it shows whether the keychain answers. */
const KEYCHAIN_QUESTION = "help-check";

async function askKeychain({ secrets }: HelpDeps["ports"]): Promise<HelpFacts["keychain"]> {
  try {
    await secrets.get(KEYCHAIN_QUESTION);
    return secrets.keptIn === "keychain" ? "kept" : "session";
  } catch (error) {
    return error instanceof AppError && error.code === "KEYCHAIN_LOCKED" ? "locked" : "silent";
  }
}

/** The guided checks and the report of Help. */
export function createHelp(deps: HelpDeps): {
  readonly handlers: Pick<Handlers, keyof typeof helpChannels>;
} {
  const { memory, ports, sync } = deps;
  const { version, host, practice, zone } = deps.about;
  const now = () => toInstant(ports.clock.now());

  function countBookings(): number | null {
    try {
      return memory.counts()["booking"] ?? 0;
    } catch (error) {
      ports.log.error("help.storeUnread", { detail: error instanceof Error ? error.name : "" });
      return null;
    }
  }

  async function check(): Promise<HelpReport> {
    // The clock and the state are read last: asking Google is what tells them.
    const reach = await deps.provider.reach();
    const keychain = await askKeychain(ports);
    const probe = await sync.probe();
    const { state, counts } = sync.status();
    const facts = { bookings: countBookings(), reach, keychain, probe, state, counts };
    return { at: now(), checks: judgeChecks(facts) };
  }

  const text = (): Promise<string> =>
    writeDiagnostics({
      now,
      about: { version, host, practice, zone },
      check,
      businessZone: () => memory.business.find()?.zone ?? null,
      status: sync.status,
      connection: () => sync.connection(),
      runs: () => memory.runs.recent(RUNS_TOLD),
      actions: () => memory.journal.countActions(toInstant(ports.clock.now() - WEEK_MS)),
      sizes: memory.counts,
      recentLog: deps.recentLog,
      withoutPeople: createPeopleMask(memory.db),
      log: ports.log,
    });

  return {
    handlers: {
      "help.check": check,
      "help.diagnostics": async () => ({
        name: `bellhop-report-${now().slice(0, 10)}.txt`,
        text: await text(),
      }),
    },
  };
}
