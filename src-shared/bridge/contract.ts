import { z } from "zod";
import type { Channel, EventName } from "./channels.ts";
import { businessChannels } from "./contract/business.ts";
import { customerRecordChannels } from "./contract/customer-records.ts";
import { commandChannels } from "./contract/commands.ts";
import { companionChannels } from "./contract/companion.ts";
import type { ChannelContract } from "./contract/define.ts";
import { helpChannels } from "./contract/help.ts";
import { hostChannels } from "./contract/host.ts";
import { linkChannels } from "./contract/links.ts";
import { scheduleChannels } from "./contract/schedule.ts";
import { setUpChannels } from "./contract/set-up.ts";
import { updateChannels } from "./contract/updates.ts";
import { GivenNotice } from "../notice.ts";
import { UpdateStatus } from "../update-status.ts";
import { waitingChannels } from "./contract/waiting.ts";
import { SyncStatus, syncChannels } from "./contract/sync.ts";

/** The one contract between window and desk. Both hosts serve it; docs/bridge.md is generated from it. */
export const CONTRACT = {
  ...businessChannels,
  ...linkChannels,
  ...commandChannels,
  ...updateChannels,
  ...hostChannels,
  ...setUpChannels,
  ...customerRecordChannels,
  ...scheduleChannels,
  ...waitingChannels,
  ...syncChannels,
  ...helpChannels,
  ...companionChannels,
} as const satisfies Record<Channel, ChannelContract>;

export type Contract = typeof CONTRACT;
/** What a caller may send (before defaults and trimming). */
export type BridgeInput<C extends Channel> = z.input<Contract[C]["input"]>;
/** What a handler receives. */
export type BridgeParsed<C extends Channel> = z.output<Contract[C]["input"]>;
export type BridgeOutput<C extends Channel> = z.output<Contract[C]["output"]>;

export const EVENT_CONTRACT = {
  /** Bookings or blocks changed; the window asks again for what it shows. */
  "schedule.changed": z.strictObject({ revision: z.int() }),
  /** Business, staff, services or customers changed. */
  "catalogue.changed": z.strictObject({ revision: z.int() }),
  "sync.changed": SyncStatus,
  "connection.changed": z.strictObject({}),
  /** Pairing, connection or waiting requests of the companion changed; the window asks again. */
  "companion.changed": z.strictObject({}),
  /** The system handed a link to the app; the window asks for it. */
  "link.opened": z.strictObject({}),
  /** Something was chosen in the menu of the app; the window asks for it. */
  "command.chosen": z.strictObject({}),
  "update.changed": UpdateStatus,
  /** Something happened that a person wants to hear of; the system's notice says more. */
  "notice.given": GivenNotice,
} as const satisfies Record<EventName, z.ZodType>;
export type EventPayload<E extends EventName> = z.output<(typeof EVENT_CONTRACT)[E]>;

/** What every call answers. */
export type BridgeReply<C extends Channel> =
  | { readonly ok: true; readonly value: BridgeOutput<C> }
  | { readonly ok: false; readonly error: import("../errors.ts").BridgeError };

/** The desk side: one function per channel, input already parsed. */
export type Handlers = {
  readonly [C in Channel]: (input: BridgeParsed<C>) => BridgeOutput<C> | Promise<BridgeOutput<C>>;
};

/** The window side: what a host's preload or page offers to the renderer as `window.bellhop`. */
export interface BellhopBridge {
  readonly call: { readonly [C in Channel]: (input: BridgeInput<C>) => Promise<BridgeReply<C>> };
  /** Returns the function that ends the listening. */
  readonly on: {
    readonly [E in EventName]: (listener: (payload: EventPayload<E>) => void) => () => void;
  };
}
