import type { HelpReport } from "../../../src-shared/bridge/contract/help.ts";
import type { GoogleConnection, SyncStatus } from "../../../src-shared/bridge/contract/sync.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { Logger } from "../ports.ts";
import type { DeskSettings } from "../settings.ts";
import type { Run } from "../store/sync/records.ts";

export interface DiagnosticsDeps {
  readonly now: () => Instant;
  readonly about: Pick<DeskSettings, "version" | "host" | "practice" | "zone">;
  readonly businessZone: () => string | null;
  readonly status: () => SyncStatus;
  readonly connection: () => GoogleConnection | null;
  readonly check: () => Promise<HelpReport>;
  readonly runs: () => readonly Run[];
  /** How often the sync did what, without saying with whom. */
  readonly actions: () => readonly { readonly action: string; readonly count: number }[];
  /** Rows per table. */
  readonly sizes: () => Readonly<Record<string, number>>;
  readonly recentLog: () => readonly string[];
  /** Takes out every name, phone number and address that the desk knows. */
  readonly withoutPeople: (text: string) => string;
  readonly log: Logger;
}

type Step = readonly [title: string, read: () => unknown];

/** Everything of a connection but whose it is and what the calendar is called. */
function anonymous(connection: GoogleConnection | null): unknown {
  if (connection === null) return null;
  const { connectedAt, scopes, secretKeptIn, calendar } = connection;
  return { connectedAt, scopes, secretKeptIn, calendarZone: calendar?.zone ?? null };
}

async function checksOf(check: DiagnosticsDeps["check"]): Promise<readonly string[]> {
  const { checks } = await check();
  return checks.map(({ id, result, says, values }) => {
    const { name: _name, before: _before, ...harmless } = values;
    return `${id}: ${result}, ${says} ${JSON.stringify(harmless)}`;
  });
}

function stepsOf(deps: DiagnosticsDeps): readonly Step[] {
  return [
    ["Bellhop", () => ({ ...deps.about, node: process.version, system: process.platform })],
    ["Time", () => ({ now: deps.now(), business: deps.businessZone() })],
    ["Sync", deps.status],
    ["Connection", () => anonymous(deps.connection())],
    ["Checks", () => checksOf(deps.check)],
    ["Cycles", () => deps.runs().map((run) => JSON.stringify(run))],
    ["Activity of seven days", () => deps.actions().map((one) => `${one.action}: ${one.count}`)],
    ["Sizes", deps.sizes],
    ["Log", deps.recentLog],
  ];
}

function write(value: unknown): string {
  return Array.isArray(value) ? value.join("\n") : JSON.stringify(value, null, 2);
}

/**
 * A report for whoever helps. Each part is read by itself: one that fails says so and the others still come, since a
 * report is wanted when something is broken.
 */
export async function writeDiagnostics(deps: DiagnosticsDeps): Promise<string> {
  const parts: string[] = [];
  for (const [title, read] of stepsOf(deps)) {
    let text: string;
    try {
      text = write(await read());
    } catch (error) {
      deps.log.warn("diagnostics.partFailed", { part: title });
      text = `could not be read (${error instanceof Error ? error.name : "unknown"})`;
    }
    parts.push(`## ${title}\n${text}\n`);
  }
  return deps.withoutPeople(parts.join("\n"));
}
