import { AppError } from "../../../../src-shared/errors.ts";
import { toMs } from "../../../../src-shared/time/zones.ts";
import type { CalendarAccount } from "../calendar-account.ts";
import type { CalendarProvider, SignInResult } from "../calendar-provider.ts";
import type { Google } from "./google.ts";
import { signInError, type SignInOutcome } from "./sign-in-outcome.ts";

/** Google as a provider: a finished grant goes into the keychain here, and only its account comes out. */
export function createGoogleProvider(google: Google): CalendarProvider {
  /** Just signed in: its first access token is still good, which saves one refresh. */
  let fresh: CalendarAccount | null = null;

  async function keep(outcome: SignInOutcome): Promise<SignInResult> {
    if (outcome.is !== "granted") return { is: "ended", error: signInError(outcome) };
    const { account, scopes, missingScopes } = outcome;
    if (missingScopes.length > 0) return { is: "signedIn", account, scopes, missingScopes };
    try {
      fresh = await google.adopt(outcome);
      return { is: "signedIn", account, scopes, missingScopes };
    } catch (error) {
      const known = error instanceof AppError ? error : null;
      return {
        is: "ended",
        error: known ?? new AppError("CONNECT_FAILED", "The sign-in could not be kept."),
      };
    }
  }

  return {
    name: "google",
    appId: google.appId,
    async beginSignIn(options) {
      const started = await google.signIn.begin(options);
      return { url: started.url, until: toMs(started.until), outcome: started.outcome.then(keep) };
    },
    cancelSignIn: () => google.signIn.cancel(),
    clockOffMs: () => google.clockOffMs(),
    reach: () => google.reach(),
    account(account, scopes) {
      const adopted = fresh?.account === account ? fresh : null;
      fresh = null;
      return adopted ?? google.open(account, scopes);
    },
  };
}
