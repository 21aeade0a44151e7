import { notFound } from "../errors.ts";
import type { Account } from "../types.ts";
import { sealToken } from "../server/query.ts";

/** settings.list; ones at their default are missing, as they may be at Google. */
export function listSettings(account: Account): object {
  return {
    kind: "calendar#settings",
    etag: '"settings"',
    nextSyncToken: sealToken({ settings: account.email }),
    items: [...account.settings].map(([id, value]) => setting(id, value)),
  };
}

export function getSetting(account: Account, id: string): object {
  const value = account.settings.get(id);
  if (value === undefined) throw notFound();
  return setting(id, value);
}

function setting(id: string, value: string): object {
  return { kind: "calendar#setting", etag: '"settings"', id, value };
}
