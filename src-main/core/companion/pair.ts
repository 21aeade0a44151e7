import {
  CODE_ALPHABET,
  CODE_LENGTH,
  type PairingState,
} from "../../../src-shared/companion/wire.ts";
import { AppError } from "../../../src-shared/errors.ts";
import type { Random, Scheduler, SecretStore } from "../ports.ts";
import { Endpoint } from "../settings.ts";
import type { Pairing } from "../store/companion/pairing.ts";
import type { CompanionMemory } from "./memory.ts";
import { createWireClient, type WireClient, WireTrouble } from "./wire-client.ts";

/** Another desk may show the same code by chance; three times never. */
const TRIES = 3;

export interface PairDeps {
  readonly memory: CompanionMemory;
  readonly secrets: SecretStore;
  readonly random: Random;
  readonly scheduler: Scheduler;
  /** The place of the key in the keychain. */
  readonly secretName: string;
}

export function newCode(random: Random): string {
  const letter = () => CODE_ALPHABET[Math.floor(random.next() * CODE_ALPHABET.length)] ?? "B";
  return Array.from({ length: CODE_LENGTH }, letter).join("");
}

/** Asks to be confirmed with a code that no other desk shows. */
export async function wish(
  { memory, random }: Pick<PairDeps, "memory" | "random">,
  client: WireClient,
): Promise<{ readonly code: string; readonly state: PairingState }> {
  const { id: businessId, name: businessName } = memory.theBusiness();
  for (let tries = 1; ; tries += 1) {
    const code = newCode(random);
    try {
      return { code, state: await client.wishPairing({ code, businessId, businessName }) };
    } catch (error) {
      const taken =
        error instanceof WireTrouble &&
        error.failure.is === "refused" &&
        error.failure.code === "CODE_TAKEN";
      if (!taken || tries === TRIES) throw error;
    }
  }
}

/** @throws AppError BAD_INPUT */
function originOf(typed: string): string {
  const url = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  const parsed = Endpoint.safeParse(url);
  if (parsed.success) return new URL(parsed.data).origin;
  const message = `The companion’s address ${parsed.error.issues[0]?.message ?? "is wrong"}.`;
  throw new AppError("BAD_INPUT", message, { fields: { url: message } });
}

export function asAppError(error: unknown): unknown {
  if (!(error instanceof WireTrouble)) return error;
  const { is } = error.failure;
  const isAway = is === "noNetwork" || is === "timeout" || is === "serverError";
  const code = isAway ? "COMPANION_AWAY" : "REMOTE_REFUSED";
  return new AppError(code, error.message, { retryable: isAway });
}

/** What is remembered of a pairing that waits for its owner. */
export function waitingPairing(
  url: string,
  code: string,
  state: Extract<PairingState, { is: "waiting" }>,
): Pairing {
  return {
    url,
    state: "waiting",
    code,
    confirmUrl: state.confirmUrl,
    expiresAt: state.expiresAt,
    bookingUrl: "",
    methods: [],
    pairedAt: null,
    position: 0,
    profile: { version: 0, digest: "" },
    busy: { version: 0, digest: "" },
  };
}

/**
 * Begins a pairing. The key is in the keychain before anybody else hears of it.
 * @throws AppError
 */
export async function beginPairing(deps: PairDeps, typed: string): Promise<void> {
  const { memory, secrets, random, scheduler, secretName } = deps;
  const url = originOf(typed);
  const key = Buffer.from(random.bytes(32)).toString("base64url");
  await secrets.set(secretName, key);
  try {
    const { code, state } = await wish(deps, createWireClient({ url, key, scheduler }));
    if (state.is !== "waiting") throw new WireTrouble({ is: "badAnswer" }, "A new key is known.");
    memory.pairing.put(waitingPairing(url, code, state));
  } catch (error) {
    await secrets.remove(secretName);
    throw asAppError(error);
  }
}
