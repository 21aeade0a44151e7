import type { Ports } from "../../ports.ts";
import type { GoogleSettings } from "../../settings.ts";
import type { CalendarAccount } from "../calendar-account.ts";
import type { Reach } from "../calendar-provider.ts";
import { createGoogleAccount } from "./google-account.ts";
import { reachGoogle } from "./reach.ts";
import { createGrantVault } from "./grant-vault.ts";
import type { Granted } from "./sign-in-outcome.ts";
import { type GoogleSignIn, createGoogleSignIn } from "./sign-in.ts";
import { createTransport } from "./transport.ts";

export interface GoogleDeps {
  readonly settings: GoogleSettings;
  readonly ports: Pick<Ports, "clock" | "scheduler" | "random" | "secrets" | "links" | "log">;
  /** Names this desk's data: in the keychain and on the events it writes. */
  readonly installationId: string;
  /** Where the last page of a sign-in leads back to the desk; null where there is no such address. */
  readonly backLink: string | null;
}

/** Everything the desk knows of Google. */
export interface Google {
  readonly signIn: GoogleSignIn;
  /**
   * Keeps a finished sign-in and hands out its account.
   * @throws AppError `KEYCHAIN_LOCKED`, `KEYCHAIN_UNAVAILABLE`; then nothing was kept
   */
  adopt(granted: Granted): Promise<CalendarAccount>;
  /** An account that was adopted earlier; whether its grant is still there shows with the first request. */
  open(account: string, scopes: readonly string[]): CalendarAccount;
  /** The OAuth client's id, which is no secret. */
  readonly appId: string | null;
  /** How far this computer's clock is ahead of Google's, in milliseconds; 0 if not known yet. */
  clockOffMs(): number;
  /** Never rejects. */
  reach(): Promise<Reach>;
}

export function createGoogle({ settings, ports, installationId, backLink }: GoogleDeps): Google {
  const { clock, scheduler, secrets, log } = ports;
  const transport = createTransport(clock);
  const common = { settings, installationId, secrets, clock, scheduler, log, transport };
  return {
    signIn: createGoogleSignIn({ settings, ...ports, transport, backLink }),
    async adopt({ account, scopes, refreshToken, grantEndsAt, access }) {
      const vault = createGrantVault(secrets, { account, installationId });
      await vault.save({ refreshToken, endsAt: grantEndsAt });
      return createGoogleAccount({ ...common, account, scopes, first: access });
    },
    open: (account, scopes) => createGoogleAccount({ ...common, account, scopes, first: null }),
    appId: settings.client?.id ?? null,
    clockOffMs: transport.clockOffMs,
    reach: () => reachGoogle({ endpoints: settings.endpoints, transport, clock, scheduler }),
  };
}
