import { AppError } from "../../src-shared/errors.ts";
import type { Logger, SecretStore } from "../core/ports.ts";

/** The part of `@napi-rs/keyring` that is used, for one named secret. */
interface KeychainEntry {
  getPassword(): Promise<string | null | undefined>;
  setPassword(secret: string): Promise<void>;
  deleteCredential(): Promise<boolean>;
}

export type OpenEntry = (name: string) => KeychainEntry;

export interface KeychainOptions {
  readonly log: Logger;
  /** Under which the system's keychain lists our secrets. */
  readonly service?: string;
  /** How one entry is reached; by default the system's keychain through its native module. */
  readonly load?: (service: string) => Promise<OpenEntry>;
}

/** A name that is never written: reading it proves that the keychain answers and asks nobody for a password. */
const PROBE = "availability-probe";

async function loadSystemKeychain(service: string): Promise<OpenEntry> {
  const { AsyncEntry } = await import("@napi-rs/keyring");
  // Left alone, Linux falls back to the kernel's keyring, which a restart empties: that is no keychain.
  return (name) => new AsyncEntry(service, name, { linux: { store: "secret-service" } });
}

/** The libraries below give one generic code for everything, so the words have to tell. */
const LOCKED = /locked|dismissed|interaction is not allowed|user canceled|user cancelled/i;

function sortFailure(cause: unknown): AppError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return LOCKED.test(words)
    ? new AppError("KEYCHAIN_LOCKED", "The keychain is locked. Unlock it and try again.", {
        retryable: true,
        cause,
      })
    : new AppError("KEYCHAIN_UNAVAILABLE", "The keychain does not answer.", {
        retryable: true,
        cause,
      });
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw sortFailure(cause);
  }
}

/** Keeps secrets in memory until the app ends; for computers without a keychain, practice mode and tests. */
export function createSessionSecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    keptIn: "session",
    get: (name) => Promise.resolve(secrets.get(name) ?? null),
    set: (name, secret) => {
      secrets.set(name, secret);
      return Promise.resolve();
    },
    remove: (name) => {
      secrets.delete(name);
      return Promise.resolve();
    },
  };
}

function createSystemSecrets(open: OpenEntry): SecretStore {
  return {
    keptIn: "keychain",
    get: async (name) => (await attempt(() => open(name).getPassword())) ?? null,
    set: (name, secret) => attempt(() => open(name).setPassword(secret)),
    remove: async (name) => {
      await attempt(() => open(name).deleteCredential());
    },
  };
}

/**
 * A keychain that answers reads may still have no place to write, such as a desktop without a default collection.
 * From then on the secret lives in memory and `keptIn` says so; it never goes to a file. A locked keychain is no
 * reason for that: the person can unlock it.
 */
function withSessionFallback(keychain: SecretStore, log: Logger): SecretStore {
  const session = createSessionSecrets();
  let keptIn: SecretStore["keptIn"] = "keychain";
  const isUnavailable = (error: unknown): boolean =>
    error instanceof AppError && error.code === "KEYCHAIN_UNAVAILABLE";
  return {
    get keptIn() {
      return keptIn;
    },
    get: async (name) => (await session.get(name)) ?? (await keychain.get(name)),
    async set(name, secret) {
      try {
        await keychain.set(name, secret);
        await session.remove(name);
        keptIn = "keychain";
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        log.warn("keychain.notWritable");
        await session.set(name, secret);
        keptIn = "session";
      }
    },
    async remove(name) {
      await session.remove(name);
      await keychain.remove(name);
    },
  };
}

/** Locked still means that there is a keychain. */
async function answers(keychain: SecretStore): Promise<boolean> {
  try {
    await keychain.get(PROBE);
    return true;
  } catch (error) {
    return error instanceof AppError && error.code === "KEYCHAIN_LOCKED";
  }
}

/**
 * The system's keychain (macOS Keychain, Windows Credential Manager, Secret Service on Linux). Where there is none,
 * a store that ends with the app and says so by `keptIn`; never a plain file.
 */
export async function createKeychain(options: KeychainOptions): Promise<SecretStore> {
  const { log, service = "Bellhop", load = loadSystemKeychain } = options;
  try {
    const keychain = createSystemSecrets(await load(service));
    if (await answers(keychain)) return withSessionFallback(keychain, log);
    log.warn("keychain.silent");
  } catch {
    log.warn("keychain.notLoaded");
  }
  return createSessionSecrets();
}
