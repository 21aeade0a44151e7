import { z } from "zod";
import { AppError } from "../../src-shared/errors.ts";
import {
  type DeskSettings,
  Endpoint,
  GOOGLE_ENDPOINTS,
  GoogleEndpoints,
} from "../core/settings.ts";

/** What a host is told from outside: the desk's settings and its own. */
export interface HostSettings {
  /** Absolute or relative path; null where the host uses its own default. */
  readonly dataDir: string | null;
  /** Port of the browser host; 0 takes a free one. */
  readonly port: number;
  readonly desk: DeskSettings;
}

export interface HostFacts {
  readonly host: DeskSettings["host"];
  readonly version: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const Text = z.string().max(1_024).optional();

const Flag = z
  .enum(["0", "1", "false", "true", "no", "yes"], "has to be 1 or 0")
  .transform((word) => word === "1" || word === "true" || word === "yes")
  .optional();

const Port = z
  .string()
  .regex(/^\d{1,5}$/, "has to be a port between 0 and 65535")
  .transform(Number)
  .refine((port) => port <= 65_535, "has to be a port between 0 and 65535")
  .optional();

const EnvShape = z.object({
  BELLHOP_DATA_DIR: Text,
  BELLHOP_PORT: Port,
  BELLHOP_PRACTICE: Flag,
  BELLHOP_GOOGLE_CLIENT_ID: z.string().max(200, "is too long for a client id").optional(),
  BELLHOP_GOOGLE_CLIENT_SECRET: z.string().max(200, "is too long for a client secret").optional(),
  BELLHOP_GOOGLE_AUTH_URL: Endpoint.optional(),
  BELLHOP_GOOGLE_TOKEN_URL: Endpoint.optional(),
  BELLHOP_GOOGLE_REVOKE_URL: Endpoint.optional(),
  BELLHOP_GOOGLE_API_URL: GoogleEndpoints.shape.calendarRoot.optional(),
});
type CheckedEnv = z.infer<typeof EnvShape>;

/** An empty variable means the same as none: shells and service files can't always leave one out. */
function given(env: Env): Record<string, string> {
  const ours = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[0].startsWith("BELLHOP_") && entry[1] !== undefined && entry[1].trim() !== "",
  );
  return Object.fromEntries(ours.map(([name, value]) => [name, value.trim()]));
}

function badSetting(fields: Readonly<Record<string, string>>): AppError {
  const lines = Object.entries(fields).map(([name, what]) => `${name} ${what}.`);
  return new AppError("BAD_SETTING", lines.join(" "), { fields });
}

function check(env: Env): CheckedEnv {
  const parsed = EnvShape.safeParse(given(env));
  if (!parsed.success) {
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
    throw badSetting(fields);
  }
  if (parsed.data.BELLHOP_GOOGLE_CLIENT_SECRET && !parsed.data.BELLHOP_GOOGLE_CLIENT_ID) {
    throw badSetting({ BELLHOP_GOOGLE_CLIENT_ID: "is needed beside BELLHOP_GOOGLE_CLIENT_SECRET" });
  }
  return parsed.data;
}

function googleOf(env: CheckedEnv): DeskSettings["google"] {
  const id = env.BELLHOP_GOOGLE_CLIENT_ID;
  return {
    client: id === undefined ? null : { id, secret: env.BELLHOP_GOOGLE_CLIENT_SECRET ?? null },
    endpoints: {
      authorize: env.BELLHOP_GOOGLE_AUTH_URL ?? GOOGLE_ENDPOINTS.authorize,
      token: env.BELLHOP_GOOGLE_TOKEN_URL ?? GOOGLE_ENDPOINTS.token,
      revoke: env.BELLHOP_GOOGLE_REVOKE_URL ?? GOOGLE_ENDPOINTS.revoke,
      calendarRoot: env.BELLHOP_GOOGLE_API_URL ?? GOOGLE_ENDPOINTS.calendarRoot,
    },
  };
}

/**
 * Reads the settings from the environment.
 * @throws AppError `BAD_SETTING` naming every wrong variable in `fields`; no value is repeated, it may be a secret
 */
export function readSettings(env: Env, facts: HostFacts): HostSettings {
  const checked = check(env);
  return {
    dataDir: checked.BELLHOP_DATA_DIR ?? null,
    port: checked.BELLHOP_PORT ?? 0,
    desk: {
      google: googleOf(checked),
      practice: checked.BELLHOP_PRACTICE ?? false,
      version: facts.version,
      host: facts.host,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  };
}
