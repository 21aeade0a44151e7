import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, test as base } from "@playwright/test";
import { startOnline } from "../../../scripts/practice/online.ts";
import type { OpenedCompanion } from "../../../src-companion/companion.ts";

export interface CompanionSite {
  readonly url: string;
  readonly opened: OpenedCompanion;
  /** The link in the newest mail to an address. */
  linkTo(email: string): Promise<string>;
}

/** The link in the newest mail to an address. */
export async function newestLink({ companion }: OpenedCompanion, email: string): Promise<string> {
  await companion.background.settled();
  const mail = await companion.store.db
    .selectFrom("outbox_mail")
    .where("to_address", "=", email)
    .orderBy("id", "desc")
    .select("text")
    .executeTakeFirstOrThrow();
  return /http:\/\/\S+/.exec(mail.text)?.[0] ?? "";
}

/** What went wrong in the page without anybody looking: refused by the policy, or an error in a script. */
function listenForTrouble(page: Page, url: string): string[] {
  const trouble: string[] = [];
  page.on("console", (message) => {
    const ours = message.location().url.startsWith(url);
    if (message.type() === "error" && ours) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  return trouble;
}

interface Fixtures {
  readonly site: CompanionSite;
  readonly trouble: readonly string[];
}

export const test = base.extend<Fixtures>({
  site: async ({ browserName: _browser }, provide) => {
    const folder = mkdtempSync(path.join(tmpdir(), "bellhop-companion-"));
    const online = await startOnline(folder);
    const opened = online.opened();
    await provide({ url: online.url, opened, linkTo: (email) => newestLink(opened, email) });
    await online.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  trouble: async ({ page, site }, provide) => {
    await provide(listenForTrouble(page, site.url));
  },
});

export { expect } from "@playwright/test";
