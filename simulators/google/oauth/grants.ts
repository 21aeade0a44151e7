import { createHash } from "node:crypto";
import type { ClientSeed } from "../types.ts";

/** What one person gave to one project, through any of its clients. */
export interface AccessToken {
  readonly token: string;
  readonly email: string;
  readonly clientId: string;
  readonly project: string;
  readonly scopes: readonly string[];
  readonly refreshToken: string;
  expiresAt: number;
}

export interface RefreshToken {
  readonly token: string;
  readonly email: string;
  readonly clientId: string;
  readonly project: string;
  readonly scopes: readonly string[];
  readonly issuedAt: number;
  /** Epoch ms; undefined for a grant without time limit. */
  readonly endsAt: number | undefined;
  lastUsedAt: number;
  alive: boolean;
  /** Set when the organisation demands a new sign-in (`invalid_rapt`). */
  needsReconsent: boolean;
}

export interface AuthCode {
  readonly code: string;
  readonly email: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string | undefined;
  readonly challengeMethod: "S256" | "plain";
  readonly nonce: string | undefined;
  readonly issuedAt: number;
  used: boolean;
}

/** Choices made for whoever consents, when nobody looks at the page. */
export interface ConsentPlan {
  readonly mode: "page" | "approve";
  /** Scopes left unticked in mode `approve`. */
  readonly untick: readonly string[];
  /** Who signs in; by default the login hint, else the first account. */
  readonly account: string | undefined;
  /** Answers the next authorisation requests with this error. */
  readonly error: "access_denied" | "admin_policy_enforced" | "org_internal" | undefined;
}

export interface Grants {
  readonly clients: ReadonlyMap<string, ClientSeed>;
  readonly codes: Map<string, AuthCode>;
  readonly access: Map<string, AccessToken>;
  readonly refresh: Map<string, RefreshToken>;
  consent: ConsentPlan;
  count: number;
}

export const SIGN_IN_SCOPES: readonly string[] = [
  "openid",
  "https://www.googleapis.com/auth/userinfo.email",
  "https://www.googleapis.com/auth/userinfo.profile",
];

const SHORT_NAMES: Readonly<Record<string, string>> = {
  email: "https://www.googleapis.com/auth/userinfo.email",
  profile: "https://www.googleapis.com/auth/userinfo.profile",
};

/** Google answers `email` and `profile` with their full names. */
export function readScopes(text: string): readonly string[] {
  const names = text.split(/\s+/).filter((name) => name !== "");
  return [...new Set(names.map((name) => SHORT_NAMES[name] ?? name))];
}

export const defaultClients: readonly ClientSeed[] = [
  {
    clientId: "1000-desk.apps.googleusercontent.com",
    clientSecret: "GOCSPX-simulated",
    redirects: "loopback",
    name: "Bellhop",
  },
];

export function createGrants(clients: readonly ClientSeed[], mode: "page" | "approve"): Grants {
  return {
    clients: new Map(clients.map((client) => [client.clientId, client])),
    codes: new Map(),
    access: new Map(),
    refresh: new Map(),
    consent: { mode, untick: [], account: undefined, error: undefined },
    count: 0,
  };
}

export function projectOf(client: ClientSeed): string {
  return client.project ?? client.clientId.split("-")[0] ?? client.clientId;
}

const ACCESS_LIFE_SECONDS = 3599;
const TOKENS_PER_CLIENT = 100;
const WEEK = 7 * 86_400_000;
const SIX_MONTHS = 182 * 86_400_000;

/** A secret nobody has seen before; the same in every run. */
export function nextSecret(grants: Grants, kind: string): string {
  grants.count += 1;
  return createHash("sha256").update(`${kind} ${grants.count}`).digest("base64url");
}

export interface Granted {
  readonly email: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** A new refresh token. The oldest dies silently when one account holds too many for one client. */
export function issueRefreshToken(
  grants: Grants,
  granted: Granted,
  now: number,
  testingMode: boolean,
): RefreshToken {
  const client = grants.clients.get(granted.clientId);
  const onlySignIn = granted.scopes.every((scope) => SIGN_IN_SCOPES.includes(scope));
  const refresh: RefreshToken = {
    ...granted,
    token: `1//0${nextSecret(grants, "refresh")}`,
    project: client === undefined ? "" : projectOf(client),
    issuedAt: now,
    endsAt: testingMode && !onlySignIn ? now + WEEK : undefined,
    lastUsedAt: now,
    alive: true,
    needsReconsent: false,
  };
  grants.refresh.set(refresh.token, refresh);
  const siblings = [...grants.refresh.values()].filter(
    (one) => one.alive && one.email === granted.email && one.clientId === granted.clientId,
  );
  for (const oldest of siblings.slice(0, -TOKENS_PER_CLIENT)) oldest.alive = false;
  return refresh;
}

export function issueAccessToken(grants: Grants, refresh: RefreshToken, now: number): AccessToken {
  const access: AccessToken = {
    token: `ya29.a0${nextSecret(grants, "access")}`,
    email: refresh.email,
    clientId: refresh.clientId,
    project: refresh.project,
    scopes: refresh.scopes,
    refreshToken: refresh.token,
    expiresAt: now + ACCESS_LIFE_SECONDS * 1000,
  };
  grants.access.set(access.token, access);
  refresh.lastUsedAt = now;
  return access;
}

export function isUsable(refresh: RefreshToken, now: number): boolean {
  const ended = refresh.endsAt !== undefined && now >= refresh.endsAt;
  return refresh.alive && !ended && now - refresh.lastUsedAt < SIX_MONTHS;
}

/** The live access token behind an Authorization header. */
export function bearerOf(
  grants: Grants,
  authorization: string | undefined,
  now: number,
): AccessToken | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const access = token === undefined ? undefined : grants.access.get(token);
  return access === undefined || now >= access.expiresAt ? undefined : access;
}

/** Ends everything a person gave to a project (or to all of them). */
export function revokeGrants(grants: Grants, email: string, project?: string): void {
  const concerns = (one: { email: string; project: string }): boolean =>
    one.email === email && (project === undefined || one.project === project);
  for (const refresh of grants.refresh.values()) {
    if (concerns(refresh)) refresh.alive = false;
  }
  for (const access of grants.access.values()) {
    if (concerns(access)) access.expiresAt = -Infinity;
  }
}
