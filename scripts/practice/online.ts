import { type FacebookSimulator, startFacebookSimulator } from "../../simulators/facebook/index.ts";
import { type GoogleSimulator, startGoogleSimulator } from "../../simulators/google/index.ts";
import { type CompanionSite, startCompanionAt } from "./companion-at.ts";
import { freePort } from "./free-port.ts";

/** Who can sign in with Google as a customer. */
export const CUSTOMERS = [
  { email: "mara@google.example", name: "Mara Lindqvist" },
  { email: "jonas@google.example", name: "Jonas Brandt" },
] as const;

const GOOGLE = { clientId: "2000-companion", clientSecret: "practice-secret", name: "Bellhop" };
const FACEBOOK = { appId: "2424", appSecret: "practice-secret", name: "Bellhop" };

/** The companion with the sign-in pages of Google and Facebook beside it, each a stand-in. */
export interface Online extends CompanionSite {
  readonly google: GoogleSimulator;
  readonly facebook: FacebookSimulator;
  /** Where mails are written. */
  readonly mailFolder: string;
  stop(): Promise<void>;
}

/** @param folder an existing folder that the companion keeps its data in */
export async function startOnline(folder: string): Promise<Online> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const google = await startGoogleSimulator({
    clients: [{ ...GOOGLE, redirects: [`${url}/auth/callback/google`] }],
    accounts: CUSTOMERS,
  });
  const facebook = await startFacebookSimulator({
    apps: [{ ...FACEBOOK, redirects: [`${url}/auth/callback/facebook`] }],
  });
  const site = await startCompanionAt(port, folder, {
    GOOGLE_CLIENT_ID: GOOGLE.clientId,
    GOOGLE_CLIENT_SECRET: GOOGLE.clientSecret,
    GOOGLE_AUTHORIZE_URL: google.endpoints.authorize,
    GOOGLE_TOKEN_URL: google.endpoints.token,
    GOOGLE_JWKS_URL: google.endpoints.jwks,
    FACEBOOK_APP_ID: FACEBOOK.appId,
    FACEBOOK_APP_SECRET: FACEBOOK.appSecret,
    FACEBOOK_DIALOG_URL: facebook.url,
    FACEBOOK_GRAPH_URL: facebook.url,
  });
  return {
    ...site,
    google,
    facebook,
    mailFolder: `${folder}/mail`,
    stop: async () => {
      await site.pause();
      await google.close();
      await facebook.close();
    },
  };
}
