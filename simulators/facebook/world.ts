import { createHash } from "node:crypto";

export interface App {
  readonly appId: string;
  readonly appSecret: string;
  readonly name: string;
  /** Exact addresses: Facebook's strict mode. */
  readonly redirects: readonly string[];
}

export interface Person {
  /** Who it is in this app only. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Absent for a person who signed up by phone, or never confirmed the address. */
  readonly email?: string;
}

/** What goes wrong, until it is switched back. */
export interface Switches {
  /** The profile has no address, whatever the person has. */
  readonly emailMissing: boolean;
  /** Graph answers 190 with subcode 459: the person must visit facebook.com first. */
  readonly accountDisabled: boolean;
  /** Everything but the dialog answers 503. */
  readonly down: boolean;
  /** Graph waits so long before it answers, in milliseconds. */
  readonly slowMs: number;
  /** The token answer is no JSON. */
  readonly tokenMalformed: boolean;
}

/** How the next dialogs are answered when nobody looks at the page. */
export interface Consent {
  readonly mode: "page" | "approve" | "refuse";
  /** Who signs in; the first person by default. */
  readonly personId: string | undefined;
  /** Leaves the box of the address empty. */
  readonly withholdEmail: boolean;
}

interface Code {
  readonly appId: string;
  readonly redirectUri: string;
  readonly personId: string;
  readonly scopes: readonly string[];
  readonly issuedAt: number;
  used: boolean;
}

export interface Grant {
  readonly appId: string;
  readonly personId: string;
  readonly scopes: readonly string[];
  alive: boolean;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
}

export interface World {
  readonly apps: ReadonlyMap<string, App>;
  readonly people: Map<string, Person>;
  readonly codes: Map<string, Code>;
  readonly grants: Map<string, Grant>;
  readonly requests: LoggedRequest[];
  readonly now: () => number;
  /** `v24.0`; other versions count as ended. */
  readonly version: string;
  switches: Switches;
  consent: Consent;
  count: number;
}

export const defaultSwitches: Switches = {
  emailMissing: false,
  accountDisabled: false,
  down: false,
  slowMs: 0,
  tokenMalformed: false,
};

export const defaultPeople: readonly Person[] = [
  { id: "10201", firstName: "Mara", lastName: "Lindqvist", email: "mara@facebook.example" },
  { id: "10202", firstName: "Jonas", lastName: "Brandt", email: "jonas@facebook.example" },
];

/** A secret that nobody has seen before; the same in every run. */
export function nextSecret(world: World, kind: string): string {
  world.count += 1;
  return createHash("sha256").update(`${kind} ${world.count}`).digest("base64url");
}

export const SCOPES = ["public_profile", "email"] as const;
