import path from "node:path";
import { z } from "zod";

/** Every setting is an environment variable; docs/companion.md lists them. */
export type Env = Readonly<Record<string, string | undefined>>;

export interface GoogleSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly issuer: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
}

export interface FacebookSettings {
  readonly appId: string;
  readonly appSecret: string;
  /** `v24.0`: versions end about two years after they appear, so this one is meant to be changed. */
  readonly version: string;
  readonly dialogUrl: string;
  readonly graphUrl: string;
}

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Where customers reach the companion, without a slash at the end. */
  readonly baseUrl: string;
  /** False only for http on this computer: cookies then go without `Secure` and without the `__Host-` prefix. */
  readonly secureCookies: boolean;
  readonly dataFolder: string;
  /** Null: one is made and kept in the data folder. */
  readonly secret: string | null;
  /** Null: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** Lower case; null: the address of the connection counts. */
  readonly clientAddressHeader: string | null;
  readonly google: GoogleSettings | null;
  readonly facebook: FacebookSettings | null;
  /** Null: mails are written to the folder `mail` in the data folder. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
}

/** Settings that can't be used; one message for each. */
export class SettingsError extends Error {
  readonly code = "BAD_SETTING";
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super(messages.join("\n"));
    this.name = "SettingsError";
    this.messages = messages;
  }
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

const isHttp = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const httpUrl = z.string().refine(isHttp, "must be an http or https address");

/** A plain http address is fine on this computer only: cookies and codes would go readable over a network. */
const publicUrl = httpUrl.refine(
  (text) => !isHttp(text) || new URL(text).protocol === "https:" || isLoopbackUrl(text),
  "must be https; http is taken for this computer only (http://127.0.0.1:8787)",
);

const Variables = z.object({
  COMPANION_HOST: z.string().default("127.0.0.1"),
  COMPANION_PORT: z.coerce
    .number({ error: "must be a number between 0 and 65535" })
    .int("must be a whole number")
    .min(0, "must be between 0 and 65535")
    .max(65_535, "must be between 0 and 65535")
    .default(8787),
  COMPANION_URL: publicUrl
    .refine((text) => !isHttp(text) || new URL(text).pathname === "/", "must have no path")
    .optional(),
  COMPANION_DATA: z.string().min(1).default("companion-data"),
  COMPANION_SECRET: z.string().min(32, "must have 32 characters or more").optional(),
  COMPANION_CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, "must be the name of a header")
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, "must start with postgres://")
    .optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER: httpUrl.default("https://accounts.google.com"),
  GOOGLE_AUTHORIZE_URL: httpUrl.default("https://accounts.google.com/o/oauth2/v2/auth"),
  GOOGLE_TOKEN_URL: httpUrl.default("https://oauth2.googleapis.com/token"),
  GOOGLE_JWKS_URL: httpUrl.default("https://www.googleapis.com/oauth2/v3/certs"),
  FACEBOOK_APP_ID: z.string().optional(),
  FACEBOOK_APP_SECRET: z.string().optional(),
  FACEBOOK_VERSION: z
    .string()
    .regex(/^v\d+\.0$/, "must be written like v24.0")
    .default("v24.0"),
  FACEBOOK_DIALOG_URL: httpUrl.default("https://www.facebook.com"),
  FACEBOOK_GRAPH_URL: httpUrl.default("https://graph.facebook.com"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().min(3).default("Bellhop <bookings@localhost>"),
});
type Variables = z.infer<typeof Variables>;

/** True for an address of this computer. */
export function isLoopbackUrl(url: string): boolean {
  return LOOPBACK.has(new URL(url).hostname);
}

const bare = (url: string): string => url.replace(/\/+$/, "");

/** Two settings that mean something only together. */
function pair(
  variables: Variables,
  first: keyof Variables,
  second: keyof Variables,
): string | undefined {
  const [a, b] = [variables[first], variables[second]];
  if ((a === undefined) === (b === undefined)) return undefined;
  return `${a === undefined ? first : second} is missing: ${first} and ${second} go together.`;
}

function conflictsOf(variables: Variables): readonly string[] {
  return [
    pair(variables, "GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"),
    pair(variables, "FACEBOOK_APP_ID", "FACEBOOK_APP_SECRET"),
    variables.DATABASE_URL !== undefined && variables.COMPANION_SECRET === undefined
      ? "COMPANION_SECRET is missing: with DATABASE_URL several servers may run, and all need the same one."
      : undefined,
    variables.COMPANION_URL === undefined && variables.COMPANION_HOST !== "127.0.0.1"
      ? "COMPANION_URL is missing: the address at which customers reach the companion."
      : undefined,
    variables.SMTP_URL !== undefined && variables.MAIL_FROM.includes("@localhost")
      ? "MAIL_FROM is missing: the address that mails come from."
      : undefined,
  ].filter((message) => message !== undefined);
}

function googleOf(v: Variables): GoogleSettings | null {
  if (v.GOOGLE_CLIENT_ID === undefined || v.GOOGLE_CLIENT_SECRET === undefined) return null;
  return {
    clientId: v.GOOGLE_CLIENT_ID,
    clientSecret: v.GOOGLE_CLIENT_SECRET,
    issuer: v.GOOGLE_ISSUER,
    authorizeUrl: v.GOOGLE_AUTHORIZE_URL,
    tokenUrl: v.GOOGLE_TOKEN_URL,
    jwksUrl: v.GOOGLE_JWKS_URL,
  };
}

function facebookOf(v: Variables): FacebookSettings | null {
  if (v.FACEBOOK_APP_ID === undefined || v.FACEBOOK_APP_SECRET === undefined) return null;
  return {
    appId: v.FACEBOOK_APP_ID,
    appSecret: v.FACEBOOK_APP_SECRET,
    version: v.FACEBOOK_VERSION,
    dialogUrl: bare(v.FACEBOOK_DIALOG_URL),
    graphUrl: bare(v.FACEBOOK_GRAPH_URL),
  };
}

/**
 * Reads the settings from the environment; an empty variable counts as absent.
 * @throws SettingsError with one message for each setting that is wrong
 */
export function readSettings(env: Env, workFolder: string): Settings {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== "");
  const parsed = Variables.safeParse(Object.fromEntries(given));
  if (!parsed.success)
    throw new SettingsError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`),
    );
  const v = parsed.data;
  const conflicts = conflictsOf(v);
  if (conflicts.length > 0) throw new SettingsError(conflicts);
  const baseUrl = bare(v.COMPANION_URL ?? `http://127.0.0.1:${v.COMPANION_PORT}`);
  return {
    host: v.COMPANION_HOST,
    port: v.COMPANION_PORT,
    baseUrl,
    secureCookies: baseUrl.startsWith("https:"),
    dataFolder: path.resolve(workFolder, v.COMPANION_DATA),
    secret: v.COMPANION_SECRET ?? null,
    databaseUrl: v.DATABASE_URL ?? null,
    clientAddressHeader: v.COMPANION_CLIENT_ADDRESS_HEADER?.toLowerCase() ?? null,
    google: googleOf(v),
    facebook: facebookOf(v),
    smtpUrl: v.SMTP_URL ?? null,
    mailFrom: v.MAIL_FROM,
  };
}
