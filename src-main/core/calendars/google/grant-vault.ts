import type { SecretStore } from "../../ports.ts";
import { isRecord, textOf } from "./json.ts";

/** What is left of a sign-in between two starts of the app. */
export interface Grant {
  readonly refreshToken: string;
  /** Epoch milliseconds; null if the grant has no end. */
  readonly endsAt: number | null;
}

/** The place of one account's grant in the keychain. Rejects with `AppError` `KEYCHAIN_…`. */
export interface GrantVault {
  load(): Promise<Grant | null>;
  save(grant: Grant): Promise<void>;
  clear(): Promise<void>;
}

function readGrant(secret: string | null): Grant | null {
  if (secret === null) return null;
  try {
    const value: unknown = JSON.parse(secret);
    const refreshToken = textOf(value, "refreshToken");
    if (refreshToken === null || !isRecord(value)) return null;
    return { refreshToken, endsAt: typeof value["endsAt"] === "number" ? value["endsAt"] : null };
  } catch {
    // Not ours, or cut: the same as none, a new sign-in ends it.
    return null;
  }
}

/**
 * One installation's grant for one account; two desks on one computer don't share it. At most about 600 bytes, since
 * Windows keeps no secret over 2,560 bytes: access tokens stay in memory.
 */
export function createGrantVault(
  secrets: SecretStore,
  owner: { readonly account: string; readonly installationId: string },
): GrantVault {
  const name = `google/${owner.installationId}/${owner.account}`;
  return {
    load: async () => readGrant(await secrets.get(name)),
    save: ({ refreshToken, endsAt }) => secrets.set(name, JSON.stringify({ refreshToken, endsAt })),
    clear: () => secrets.remove(name),
  };
}
