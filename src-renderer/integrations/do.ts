import type { Channel } from "../../src-shared/bridge/channels.ts";
import type { BridgeInput, BridgeOutput } from "../../src-shared/bridge/contract.ts";
import type { SyncFix } from "../../src-shared/sync-status.ts";
import { asFailure, call } from "../bridge.ts";
import { openScreen } from "../store/window.ts";
import { copyText } from "../ui/copy-text.ts";
import { sayFailure } from "../ui/say-failure.ts";
import { words } from "../words/i18n.ts";

/** Parts of the Integrations screen, as `useWindow.detail` names them. */
export const PARTS = {
  google: "google",
  connect: "connect",
  choose: "choose",
  online: "online",
} as const;

/** Asks the desk to do something; a failure is said at the foot of the window. Answers null then. */
export async function attempt<C extends Channel>(
  channel: C,
  input: BridgeInput<C>,
): Promise<BridgeOutput<C> | null> {
  try {
    return await call(channel, input);
  } catch (error) {
    sayFailure(error);
    return null;
  }
}

/** Starts a sign-in and shows its progress. With `makeCalendar` the permission to make one is asked for too. */
export async function signIn(makeCalendar: boolean): Promise<void> {
  openScreen("integrations", PARTS.connect);
  try {
    await call("google.connect", { makeCalendar });
  } catch (error) {
    // A second press finds the first sign-in under way, and the page shows that one.
    if (asFailure(error).code !== "CONNECT_BUSY") sayFailure(error);
  }
}

/** What an administrator has to know to allow the app, on the clipboard. */
async function copyAdminText(): Promise<void> {
  const asked = await attempt("google.connection", {});
  if (asked?.connection == null) return;
  const { appId, scopes } = asked.connection;
  await copyText(
    words.t("sync.adminText", { clientId: appId ?? "", scopes: scopes.join(", ") }),
    words.t("integrations.adminTextCopied"),
  );
}

/** Does the one thing that ends a trouble (`SyncPresentation.fix`). */
export async function runSyncFix(fix: NonNullable<SyncFix>): Promise<void> {
  switch (fix) {
    case "connect":
      return openScreen("integrations", PARTS.connect);
    case "chooseCalendar":
      return openScreen("integrations", PARTS.choose);
    case "decide":
    case "review":
      return openScreen("integrations", PARTS.google);
    case "signIn":
    case "askPermission":
      return signIn(false);
    case "help":
      return openScreen("help");
    case "adminText":
      return copyAdminText();
    case "resume":
      await attempt("sync.resume", {});
      return;
    case "retry":
      await attempt("sync.now", {});
  }
}
