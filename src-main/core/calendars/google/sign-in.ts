import type { IncomingMessage, ServerResponse } from "node:http";
import type { Instant } from "../../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../../src-shared/errors.ts";
import { toInstant } from "../../../../src-shared/time/zones.ts";
import type { Clock, ExternalLinks, Logger, Random, Scheduler } from "../../ports.ts";
import type { GoogleClient, GoogleSettings } from "../../settings.ts";
import { authorizeUrl, issuersOf } from "./authorize-url.ts";
import type { BrowserPage } from "./browser-page.ts";
import { type Callback, readCallback } from "./callback.ts";
import { completeGrant } from "./complete-grant.ts";
import {
  type LoopbackServer,
  openLoopbackServer,
  pageSender,
  type SendPage,
} from "./loopback-server.ts";
import { makeProofs } from "./proofs.ts";
import type { SignInOutcome } from "./sign-in-outcome.ts";
import type { Transport } from "./transport.ts";

/** A browser tab that nobody comes back to must not leave a port open (security checklist, row 25). */
export const SIGN_IN_LIMIT_MS = 300_000;

export interface GoogleSignInDeps {
  readonly settings: GoogleSettings;
  readonly links: ExternalLinks;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly log: Logger;
  readonly transport: Transport;
  /** Where the last page leads back to the desk; null where there is no such address. */
  readonly backLink: string | null;
}

export interface SignInRequest {
  /** Asks for the permission to make a calendar too. */
  readonly makeCalendar: boolean;
  /** The account that signs in again; null lets the person choose one. */
  readonly loginHint: string | null;
}

/** A sign-in that waits for the browser. */
export interface StartedSignIn {
  /** The page to open again by hand. */
  readonly url: string;
  readonly until: Instant;
  /** Never rejects. */
  readonly outcome: Promise<SignInOutcome>;
}

export interface GoogleSignIn {
  /**
   * Opens Google's page in the system browser.
   * @throws AppError `CONNECT_NOT_CONFIGURED`, `CONNECT_BUSY`, `CONNECT_FAILED`
   */
  begin(request: SignInRequest): Promise<StartedSignIn>;
  /** Gives up the sign-in under way; nothing happens if there is none. */
  cancel(): void;
}

/** One sign-in from its first moment; it can be cancelled before its port is open. */
interface Attempt {
  readonly outcome: Promise<SignInOutcome>;
  readonly isOver: () => boolean;
  settle(outcome: SignInOutcome): void;
}

function createAttempt(): Attempt {
  const end = Promise.withResolvers<SignInOutcome>();
  let over = false;
  return {
    outcome: end.promise,
    isOver: () => over,
    settle(outcome) {
      over = true;
      end.resolve(outcome);
    },
  };
}

function pageOf(outcome: SignInOutcome): BrowserPage {
  switch (outcome.is) {
    case "granted":
      return outcome.missingScopes.length > 0 ? "missing" : "granted";
    case "denied":
    case "stateMismatch":
    case "failed":
      return outcome.is;
    case "timedOut":
    case "cancelled":
      return "used";
  }
}

/** Answers the browser; the one code it may bring is given to `exchange`, once. */
function createReceiver(
  attempt: Attempt,
  read: (request: IncomingMessage) => Callback,
  exchange: (code: string) => Promise<SignInOutcome>,
  sendPage: SendPage,
): (request: IncomingMessage, response: ServerResponse) => void {
  let taken = false;
  const end = async (ended: Promise<SignInOutcome>, response: ServerResponse): Promise<void> => {
    const outcome = await ended;
    // The page is on its way before the port closes.
    sendPage(response, outcome.is === "granted" ? 200 : 400, pageOf(outcome));
    attempt.settle(outcome);
  };
  return (request, response) => {
    const callback = read(request);
    if (callback.is === "stranger") {
      sendPage(response, callback.status, "stranger");
    } else if (taken || attempt.isOver()) {
      sendPage(response, 410, "used");
    } else {
      taken = true;
      const ended = callback.is === "code" ? exchange(callback.code) : Promise.resolve(callback);
      void end(ended, response);
    }
  };
}

async function openPort(
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LoopbackServer> {
  try {
    return await openLoopbackServer(onRequest);
  } catch (cause) {
    throw new AppError("CONNECT_FAILED", "No port of this computer is free for the sign-in.", {
      retryable: true,
      cause,
    });
  }
}

/** Starts the time limit and sees that the port closes when the attempt ends, however it ends. */
function watch(attempt: Attempt, server: LoopbackServer, scheduler: Scheduler): void {
  const stop = scheduler.after(SIGN_IN_LIMIT_MS, () => attempt.settle({ is: "timedOut" }));
  void attempt.outcome.then((outcome) => {
    stop();
    // Ended from here: whatever the browser still waits for is of no use to it.
    if (outcome.is === "timedOut" || outcome.is === "cancelled") server.destroy();
    else server.finish();
  });
}

async function start(
  deps: GoogleSignInDeps & { readonly client: GoogleClient },
  request: SignInRequest,
  attempt: Attempt,
): Promise<StartedSignIn> {
  const { settings, client, clock, scheduler, log, transport } = deps;
  const { makeCalendar, loginHint } = request;
  const proofs = makeProofs(deps.random);
  const issuers = issuersOf(settings.endpoints);
  let redirectUri = "";
  let port = 0;
  const server = await openPort(
    createReceiver(
      attempt,
      ({ method, url, headers }) =>
        readCallback({ method, url, host: headers.host }, { port, state: proofs.state, issuers }),
      (code) =>
        completeGrant(
          { settings, client, clock, scheduler, issuers, makeCalendar, transport },
          {
            code,
            verifier: proofs.verifier,
            redirectUri,
          },
        ),
      pageSender(deps.backLink),
    ),
  );
  port = server.port;
  redirectUri = `http://127.0.0.1:${port}`;
  watch(attempt, server, scheduler);
  const url = authorizeUrl({
    endpoints: settings.endpoints,
    client,
    redirectUri,
    proofs,
    makeCalendar,
    loginHint,
  });
  void deps.links.open(url).catch(() => {
    // The window shows the address too.
    log.warn("google.browserNotOpened");
  });
  return { url, until: toInstant(clock.now() + SIGN_IN_LIMIT_MS), outcome: attempt.outcome };
}

/** The sign-in with Google by the system browser (RFC 8252: loopback redirect, PKCE). One at a time. */
export function createGoogleSignIn(deps: GoogleSignInDeps): GoogleSignIn {
  const { settings, log } = deps;
  let current: Attempt | null = null;

  return {
    async begin(request) {
      if (settings.client === null)
        throw new AppError("CONNECT_NOT_CONFIGURED", "No Google client id is set.");
      if (current !== null && !current.isOver())
        throw new AppError("CONNECT_BUSY", "A sign-in is under way already.", { retryable: true });
      const attempt = createAttempt();
      current = attempt;
      void attempt.outcome.then((outcome) => {
        if (current === attempt) current = null;
        log.info("google.signInEnded", { outcome: outcome.is });
      });
      try {
        return await start({ ...deps, client: settings.client }, request, attempt);
      } catch (error) {
        attempt.settle({ is: "cancelled" });
        throw error;
      }
    },
    cancel: () => current?.settle({ is: "cancelled" }),
  };
}
