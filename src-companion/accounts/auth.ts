import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { createAuthEndpoint, getOAuthState } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { cookieOptions } from "../http/browser.ts";
import type { Log } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "../store/store.ts";
import { UNPROVED_DOMAIN, type FacebookProfile, facebookProvider } from "./providers/facebook.ts";
import { googleProvider } from "./providers/google.ts";

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** For so long after signing in a customer may change how to sign in, in seconds. */
export const RECENT_SECONDS = 15 * 60;
const SESSION_SECONDS = 60 * 86_400;
const RESET_SECONDS = 3_600;

/** What a sign-in by redirect carries along; ours alone, the library's own route for it is not served. */
export const Journey = z.object({
  browserHash: z.string(),
  language: z.string(),
  next: z.string(),
});
export type Journey = z.infer<typeof Journey>;

/** No page: what the library redirects to when a sign-in fails, with the reason in `error`. */
export const FAILED_PATH = "/sign-in/failed";

export interface AuthParts {
  readonly settings: Settings;
  readonly secret: string;
  readonly store: Store;
  readonly log: Log;
  readonly sendReset: (to: string, token: string) => Promise<void>;
  readonly afterReset: (customerId: string) => Promise<void>;
  readonly proveByMail: (
    profile: FacebookProfile & { readonly email: string },
    journey: Journey,
  ) => Promise<void>;
}

const NewCustomer = z.object({
  email: z.email(),
  firstName: z.string(),
  lastName: z.string(),
  image: z.string().nullable(),
  language: z.string(),
  provider: z.enum(["credential", "facebook"]),
  /** Null for a password. */
  subject: z.string().nullable(),
  /** The hash, null for a provider. */
  password: z.string().nullable(),
});

/** The providers, whose addresses are settings, and two steps that only our own routes can take. */
function companionPlugin(parts: AuthParts) {
  const { settings, store } = parts;
  const providers = [
    ...(settings.google === null ? [] : [googleProvider(settings.google)]),
    ...(settings.facebook === null
      ? []
      : [
          facebookProvider(settings.facebook, {
            ownerOf: async (subject) =>
              (await store.db
                .selectFrom("sign_in_method")
                .innerJoin("customer", "customer.id", "sign_in_method.customer_id")
                .where("provider", "=", "facebook")
                .where("subject", "=", subject)
                .select("customer.email")
                .executeTakeFirst()) ?? null,
            isLinking: async () => (await getOAuthState())?.link !== undefined,
            proveByMail: async (profile) => {
              const state = await getOAuthState();
              await parts.proveByMail(profile, Journey.parse(state?.["journey"]));
            },
          }),
        ]),
  ];
  return {
    id: "companion",
    init: () => ({ context: { socialProviders: providers } }),
    endpoints: {
      /** Makes the customer whose address was just proved, and opens a session. */
      admitCustomer: createAuthEndpoint.serverOnly(
        { method: "POST", body: NewCustomer },
        async (ctx) => {
          const { provider, subject, password, ...fields } = ctx.body;
          const adapter = ctx.context.internalAdapter;
          const user = await adapter.createUser(
            {
              ...fields,
              name: `${fields.firstName} ${fields.lastName}`.trim(),
              emailVerified: true,
            },
            { method: "companion" },
          );
          await adapter.createAccount({
            userId: user.id,
            providerId: provider,
            accountId: subject ?? user.id,
            ...(password === null ? {} : { password }),
          });
          const session = await adapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ id: user.id });
        },
      ),
      hashPassword: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ password: z.string() }) },
        async (ctx) => ctx.json({ hash: await ctx.context.password.hash(ctx.body.password) }),
      ),
      verifyPassword: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ password: z.string(), hash: z.string() }) },
        async (ctx) => ctx.json({ fits: await ctx.context.password.verify(ctx.body) }),
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** Who comes through a provider gets mails in the language in which the sign-in began. */
const inTheirLanguage = async (row: Readonly<Record<string, unknown>>) => {
  const journey = Journey.safeParse((await getOAuthState())?.["journey"]);
  return { data: journey.success ? { ...row, language: journey.data.language } : row };
};

/** Provider tokens are of no use to us after the sign-in, so no row ever holds one. */
const withoutTokens = async (row: Readonly<Record<string, unknown>>) => ({
  data: {
    ...row,
    accessToken: null,
    refreshToken: null,
    idToken: null,
    accessTokenExpiresAt: null,
    refreshTokenExpiresAt: null,
    scope: null,
  },
});

const MOMENTS = { createdAt: "created_at", updatedAt: "updated_at" } as const;

const TABLES = {
  user: {
    modelName: "customer",
    fields: { emailVerified: "email_verified", ...MOMENTS },
    additionalFields: {
      firstName: { type: "string", fieldName: "first_name", defaultValue: "", required: true },
      lastName: { type: "string", fieldName: "last_name", defaultValue: "", required: true },
      language: { type: "string", defaultValue: "en", required: true },
    },
  },
  session: {
    modelName: "customer_session",
    fields: {
      userId: "customer_id",
      expiresAt: "expires_at",
      ipAddress: "ip_address",
      userAgent: "user_agent",
      ...MOMENTS,
    },
  },
  account: {
    modelName: "sign_in_method",
    fields: {
      userId: "customer_id",
      providerId: "provider",
      accountId: "subject",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
      ...MOMENTS,
    },
  },
  verification: { fields: { expiresAt: "expires_at", ...MOMENTS } },
} as const;

/** The sign-in library with our rules. Only its two callbacks are reachable from outside; see routes/providers.ts. */
export function createAuth(parts: AuthParts) {
  const { settings, secret, store, log } = parts;
  return betterAuth({
    appName: "Bellhop",
    baseURL: settings.baseUrl,
    basePath: "/auth",
    secret,
    database: { db: store.db, type: store.kind, transaction: true },
    user: {
      ...TABLES.user,
      additionalFields: { ...TABLES.user.additionalFields },
      validateUserInfo: ({ user }) =>
        Promise.resolve(
          user.email?.endsWith(`@${UNPROVED_DOMAIN}`) === true
            ? { error: "prove_by_mail" }
            : undefined,
        ),
    },
    session: {
      ...TABLES.session,
      expiresIn: SESSION_SECONDS,
      freshAge: RECENT_SECONDS,
      cookieCache: { enabled: false },
    },
    account: {
      ...TABLES.account,
      updateAccountOnSignIn: false,
      accountLinking: {
        enabled: true,
        trustedProviders: [],
        requireLocalEmailVerified: true,
        // Only for links that a signed-in customer makes; linking by itself compares addresses anyway.
        allowDifferentEmails: true,
      },
    },
    verification: { ...TABLES.verification, storeIdentifier: "hashed" },
    databaseHooks: {
      user: { create: { before: inTheirLanguage } },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
      // A session keeps nothing about the device.
      session: {
        create: {
          before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => parts.sendReset(user.email, token),
      onPasswordReset: ({ user }) => parts.afterReset(user.id),
    },
    plugins: [companionPlugin(parts)],
    trustedOrigins: [],
    // Where the library sends a sign-in whose state it can't read; routes/providers.ts knows the path.
    onAPIError: { errorURL: `${settings.baseUrl}${FAILED_PATH}` },
    // Our own limits are per address and per e-mail: accounts/limits.ts.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: settings.secureCookies ? "__Host-bellhop" : "bellhop",
      defaultCookieAttributes: cookieOptions(settings.secureCookies),
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
    logger: { level: "error", log: () => log.warn("accounts.library") },
  });
}

export type Auth = ReturnType<typeof createAuth>;
