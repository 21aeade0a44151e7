import type { AppError } from "../../../src-shared/errors.ts";
import type { CalendarAccount } from "./calendar-account.ts";

/** How a sign-in ended. The grant itself is in the keychain by then and never comes out here. */
export type SignInResult =
  | {
      readonly is: "signedIn";
      readonly account: string;
      readonly scopes: readonly string[];
      /** Permissions that were left out and without which the sync can't work. */
      readonly missingScopes: readonly string[];
    }
  | { readonly is: "ended"; readonly error: AppError };

export interface SignInAttempt {
  /** The page that was opened in the system browser. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly until: number;
  readonly outcome: Promise<SignInResult>;
}

/** Whether the provider can be reached from here at all, without a sign-in. */
export type Reach =
  | { readonly is: "answers"; readonly ms: number }
  /** Nobody answers. */
  | { readonly is: "silent" }
  | { readonly is: "notTrusted" }
  /** Somebody else answers: the page of a hotel or a proxy. */
  | { readonly is: "stranger" };

/** A kind of calendar account that can be connected. */
export interface CalendarProvider {
  /** Kept with the connection: `google`. */
  readonly name: string;
  /** How the provider names this app; null where none is set. */
  readonly appId: string | null;
  /**
   * Opens the sign-in in the system browser.
   * @throws AppError CONNECT_BUSY, CONNECT_NOT_CONFIGURED, CONNECT_FAILED
   */
  beginSignIn(options: {
    readonly makeCalendar: boolean;
    readonly loginHint: string | null;
  }): Promise<SignInAttempt>;
  cancelSignIn(): void;
  /** How far this computer's clock is ahead of the provider's, in milliseconds; 0 if not known yet. */
  clockOffMs(): number;
  /** Never rejects. */
  reach(): Promise<Reach>;
  /** The account behind a grant that is kept in the keychain. */
  account(account: string, scopes: readonly string[]): CalendarAccount;
}
