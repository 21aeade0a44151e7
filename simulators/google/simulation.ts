import type { Grants } from "./oauth/grants.ts";
import type { Faults } from "./server/faults.ts";
import type { Walks } from "./server/paging.ts";
import type { Meter } from "./server/quotas.ts";
import type { RequestLog } from "./server/request-log.ts";
import type { ListEntry, StoredEvent } from "./types.ts";
import type { Channels } from "./watch.ts";
import type { World } from "./world.ts";

/** Everything behind the server, handed to whoever answers a request. */
export interface Simulation {
  readonly world: World;
  readonly grants: Grants;
  readonly faults: Faults;
  readonly meter: Meter;
  readonly log: RequestLog;
  readonly channels: Channels;
  readonly eventWalks: Walks<StoredEvent>;
  readonly entryWalks: Walks<ListEntry>;
  readonly issuer: string;
}
