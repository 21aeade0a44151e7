import type { Channel } from "../../../src-shared/bridge/channels.ts";
import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type {
  CompanionStatus,
  companionChannels,
} from "../../../src-shared/bridge/contract/companion.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import type { Ports } from "../ports.ts";
import { openAnswers, type LateAnswers } from "./answers.ts";
import { createConnection } from "./connection.ts";
import { decideHandlers } from "./decide.ts";
import type { CompanionMemory } from "./memory.ts";
import { newsHandlers } from "./news.ts";
import { asAppError, beginPairing } from "./pair.ts";
import { createPush } from "./push.ts";
import type { Taken } from "./take-request.ts";

export interface CompanionDeps {
  readonly memory: CompanionMemory;
  readonly ports: Ports;
  /** Names this desk's key in the keychain. */
  readonly installationId: string;
  readonly calendar: () => RemoteCalendar | null;
  /** Google says that the calendar changed. */
  readonly onCalendarChanged: () => void;
  readonly onChanged: () => void;
  /** Something came over from the companion; what is decided at the desk does not. */
  readonly onTaken: (taken: Taken) => void;
}

type CompanionChannel = Extract<Channel, keyof typeof companionChannels>;

export interface CompanionService {
  readonly handlers: Pick<Handlers, CompanionChannel>;
  start(): void;
  stop(): Promise<void>;
  /** Ends the calendar's notifications while it can still be told. */
  beforeDisconnect(): Promise<void>;
}

/** The hosted companion as the rest of the desk sees it. Without one, nothing of this does anything. */
export function createCompanionService(deps: CompanionDeps): CompanionService {
  const { memory, ports } = deps;
  const { secrets, random, scheduler, log } = ports;
  const secretName = `companion/${deps.installationId}`;
  const late: LateAnswers = new Map();
  const endings: (() => void)[] = [];
  const push = createPush({ memory, ...ports, calendar: deps.calendar });

  function onTaken(taken: Taken): void {
    if (taken.is === "nothing") return;
    log.info("companion.taken", { is: taken.is });
    if (taken.is === "booked" || taken.is === "moved" || taken.is === "cancelled") {
      memory.changes.scheduleChanged();
      // A new customer may have come with it.
      memory.changes.catalogueChanged();
    }
    deps.onChanged();
  }

  const connection = createConnection({
    memory,
    ports,
    late,
    push,
    secretName,
    onTaken(taken) {
      onTaken(taken);
      deps.onTaken(taken);
    },
    onCalendarChanged: deps.onCalendarChanged,
    onChanged: deps.onChanged,
  });

  function unsent(): number {
    return openAnswers(memory, new Map()).length;
  }

  function pairingShown(): CompanionStatus["pairing"] {
    const found = memory.pairing.find();
    if (found === undefined) return { is: "none" };
    const { url, code, confirmUrl, expiresAt, bookingUrl, methods } = found;
    if (found.state === "waiting") return { is: "waiting", url, code, confirmUrl, expiresAt };
    const pairedAt = found.pairedAt ?? expiresAt;
    return { is: "paired", url, bookingUrl, methods: [...methods], pairedAt };
  }

  function status(): CompanionStatus {
    const { problem, lastContactAt, live } = connection.state();
    const pairing = pairingShown();
    return {
      pairing,
      problem,
      lastContactAt: lastContactAt === null ? null : toInstant(lastContactAt),
      live,
      pushUntil: push.until(),
      waiting: memory.requests.waiting().length,
      unsent: pairing.is === "paired" ? unsent() : 0,
    };
  }

  async function unpair(anyway: boolean): Promise<CompanionStatus> {
    const client = await connection.client();
    const isPaired = memory.pairing.find()?.state === "paired";
    connection.end();
    if (isPaired && client !== null) {
      try {
        await push.end(client);
        await client.leave();
      } catch (error) {
        if (!anyway && !connection.isOver(error)) {
          connection.begin();
          throw asAppError(error);
        }
      }
    }
    memory.db.write("companion.unpair", () => {
      memory.pairing.drop();
      for (const channel of memory.channels.list()) memory.channels.drop(channel.id);
    });
    await secrets.remove(secretName);
    deps.onChanged();
    return status();
  }

  const handlers: CompanionService["handlers"] = {
    "companion.status": status,
    "companion.pair": async ({ url }) => {
      if (memory.pairing.find()?.state === "paired")
        throw new AppError("ALREADY_CONNECTED", "A companion is paired already.");
      connection.end();
      await beginPairing({ memory, secrets, random, scheduler, secretName }, url);
      connection.begin();
      deps.onChanged();
      return status();
    },
    "companion.unpair": ({ anyway }) => unpair(anyway),
    "companion.offer": () => memory.offer(),
    "companion.setOffer": (changes) => {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      const offer = { ...memory.offer(), ...Object.fromEntries(given) };
      memory.setOffer(offer);
      connection.wakeSoon();
      deps.onChanged();
      return offer;
    },
    ...newsHandlers(memory, connection.wakeSoon),
    ...decideHandlers(memory, (taken) => {
      onTaken(taken);
      connection.wakeSoon();
      deps.onChanged();
    }),
  };

  return {
    handlers,
    start() {
      endings.push(memory.changes.onSchedule(() => connection.wakeLater()));
      endings.push(memory.changes.onCatalogue(() => connection.wakeLater()));
      endings.push(ports.power.onResume(() => connection.wakeSoon()));
      endings.push(
        ports.connectivity.onChange((online) => {
          if (online) connection.wakeSoon();
        }),
      );
      connection.begin();
    },
    async stop() {
      for (const end of endings) end();
      await connection.close();
    },
    async beforeDisconnect() {
      const client = await connection.client();
      if (client === null || memory.channels.list().length === 0) return;
      try {
        await push.end(client);
      } catch (error) {
        // What can't be told now ends by itself, and is refused by the companion once it hears of it.
        log.warn("push.notEnded", { error: error instanceof Error ? error.name : "unknown" });
      }
    },
  };
}
