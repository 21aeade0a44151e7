import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { ApiError, invalid, notFound, required } from "./errors.ts";
import type { Change, World } from "./world.ts";
import { nextCount } from "./world.ts";

/** A push channel as events.watch and its siblings make it. */
export interface Channel {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  readonly address: string;
  readonly token: string | undefined;
  /** Epoch ms of the simulated clock. */
  readonly expiration: number;
  readonly email: string;
  /** What it watches: a calendar's events by calendar id, or the calendar list. */
  readonly watches:
    | { readonly kind: "events"; readonly calendarId: string }
    | { readonly kind: "calendarList" }
    | { readonly kind: "settings" };
  messages: number;
}

export interface Delivery {
  readonly channelId: string;
  readonly state: "sync" | "exists" | "not_exists";
  readonly messageNumber: number;
  /** HTTP status of the last attempt; 0 for none, undefined while under way or lost on purpose. */
  status: number | undefined;
  attempts: number;
}

export interface Channels {
  readonly open: Map<string, Channel>;
  readonly deliveries: Delivery[];
  readonly pending: Set<Promise<void>>;
  closed: boolean;
}

export function createChannels(): Channels {
  return { open: new Map(), deliveries: [], pending: new Set(), closed: false };
}

const DEFAULT_TTL_MS = 604_800_000;

/** Opens a channel after the checks Google makes of its id and address. */
export function openChannel(
  channels: Channels,
  world: World,
  body: Readonly<Record<string, unknown>>,
  target: Pick<Channel, "email" | "watches" | "resourceUri">,
): Channel {
  const { id, address, token } = readChannelBody(body);
  if (channels.open.has(id)) {
    throw new ApiError(400, {
      domain: "global",
      reason: "channelIdNotUnique",
      message: "Channel id not unique",
    });
  }
  checkAddress(address, world.switches.allowHttpWebhooks);
  const channel: Channel = {
    ...target,
    id,
    address,
    token,
    resourceId: `res${nextCount(world)}`,
    expiration: expirationOf(body, world.now()),
    messages: 0,
  };
  channels.open.set(id, channel);
  notify(channels, world, channel, "sync");
  return channel;
}

function readChannelBody(body: Readonly<Record<string, unknown>>): {
  readonly id: string;
  readonly address: string;
  readonly token: string | undefined;
} {
  const { id, address, token, type } = body;
  if (typeof id !== "string" || id === "") throw required("Missing channel id.");
  if (id.length > 64) throw invalid("Channel id too long.");
  if (type !== "web_hook" && type !== "webhook") throw invalid("Invalid channel type.");
  if (typeof address !== "string") throw required("Missing channel address.");
  if (token !== undefined && (typeof token !== "string" || token.length > 256)) {
    throw invalid("Invalid channel token.");
  }
  return { id, address, token };
}

function checkAddress(address: string, allowHttp: boolean): void {
  const protocol = URL.canParse(address) ? new URL(address).protocol : undefined;
  if (protocol === "https:" || (protocol === "http:" && allowHttp)) return;
  throw new ApiError(400, {
    domain: "global",
    reason: "push.webhookUrlNotHttps",
    message: `WebHook callback must be HTTPS: ${address}`,
  });
}

function expirationOf(body: Readonly<Record<string, unknown>>, now: number): number {
  const parameters = body["params"];
  const ttl =
    typeof parameters === "object" && parameters !== null && "ttl" in parameters
      ? Number(parameters.ttl) * 1000
      : DEFAULT_TTL_MS;
  const asked = body["expiration"] === undefined ? Infinity : Number(body["expiration"]);
  return Math.min(asked, now + ttl, now + DEFAULT_TTL_MS);
}

export function renderChannel(channel: Channel): object {
  const { id, resourceId, resourceUri, token, expiration } = channel;
  return {
    kind: "api#channel",
    id,
    resourceId,
    resourceUri,
    token,
    expiration: String(expiration),
  };
}

/** channels.stop: 404 for a pair that is not open. */
export function stopChannel(channels: Channels, body: Readonly<Record<string, unknown>>): void {
  const channel = channels.open.get(String(body["id"]));
  if (channel === undefined || channel.resourceId !== body["resourceId"]) throw notFound();
  channels.open.delete(channel.id);
}

/** Tells every open channel that watches what changed. */
export function notifyChange(channels: Channels, world: World, change: Change): void {
  for (const channel of channels.open.values()) {
    if (channel.expiration <= world.now()) channels.open.delete(channel.id);
    else if (isConcerned(channel, change)) notify(channels, world, channel, "exists");
  }
}

function isConcerned({ watches, email }: Channel, change: Change): boolean {
  if (watches.kind !== change.kind) return false;
  return change.kind === "events"
    ? watches.kind === "events" && watches.calendarId === change.calendarId
    : email === change.email;
}

function notify(
  channels: Channels,
  world: World,
  channel: Channel,
  state: Delivery["state"],
): void {
  channel.messages += 1;
  const delivery: Delivery = {
    channelId: channel.id,
    state,
    messageNumber: channel.messages,
    status: undefined,
    attempts: 0,
  };
  channels.deliveries.push(delivery);
  if (world.switches.loseNotifications) return;
  const sending = deliver(channels, channel, delivery).finally(() =>
    channels.pending.delete(sending),
  );
  channels.pending.add(sending);
}

const ATTEMPTS = 3;
const RETRY_MS = 50;

/** 5xx answers are retried with growing pauses (real time); everything else is final. */
async function deliver(channels: Channels, channel: Channel, delivery: Delivery): Promise<void> {
  while (delivery.attempts < ATTEMPTS && !channels.closed) {
    delivery.attempts += 1;
    delivery.status = await post(channel, delivery);
    if (delivery.status !== 0 && delivery.status < 500) return;
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_MS * 2 ** delivery.attempts).unref();
    });
  }
}

function post(channel: Channel, delivery: Delivery): Promise<number> {
  const send = channel.address.startsWith("https:") ? httpsRequest : httpRequest;
  const { promise, resolve } = Promise.withResolvers<number>();
  const outgoing = send(
    channel.address,
    { method: "POST", headers: headersOf(channel, delivery), timeout: 5000 },
    (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    },
  );
  outgoing.on("timeout", () => outgoing.destroy());
  outgoing.on("error", () => {
    resolve(0);
  });
  outgoing.end();
  return promise;
}

function headersOf(channel: Channel, delivery: Delivery): Record<string, string> {
  return {
    "content-length": "0",
    "x-goog-channel-id": channel.id,
    "x-goog-channel-expiration": new Date(channel.expiration).toUTCString(),
    "x-goog-resource-id": channel.resourceId,
    "x-goog-resource-uri": channel.resourceUri,
    "x-goog-resource-state": delivery.state,
    "x-goog-message-number": String(delivery.messageNumber),
    ...(channel.token === undefined ? {} : { "x-goog-channel-token": channel.token }),
  };
}
