import type { Context } from "hono";
import type { Language } from "../../src-shared/words/companion/index.ts";
import type { Auth } from "../accounts/auth.ts";
import type { Limits } from "../accounts/limits.ts";
import type { Background } from "../background.ts";
import type { Wakes } from "../desk/wakes.ts";
import type { Outbox } from "../mail/outbox.ts";
import type { Surroundings } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "../store/store.ts";

/** What every route may use. Made once in companion.ts, handed to each group of routes as its argument. */
export interface Companion extends Surroundings {
  readonly settings: Settings;
  /** Signs and encrypts; the same on every server of one database. */
  readonly secret: string;
  readonly store: Store;
  readonly outbox: Outbox;
  readonly limits: Limits;
  readonly background: Background;
  /** Wakes the desks that listen; see desk/stream.ts. */
  readonly wakes: Wakes;
  /** The sign-in library; ask accounts/session.ts who is signed in. */
  readonly auth: Auth;
}

/** Facts of one request, set before any route runs. */
export interface AppEnv {
  readonly Variables: {
    /** Words of the pages; chosen by the customer or by Accept-Language. */
    language: Language;
    /** The client's address, from the proxy's header where one is set up; for limits only, never logged. */
    clientAddress: string;
    /** The secret of this browser's cookie; null until it has one. Set on pages with forms: see http/browser.ts. */
    browser: string | null;
  };
  /** What the HTTP server knows of the connection. */
  readonly Bindings: { readonly remoteAddress?: string };
}

export type Ctx = Context<AppEnv>;
