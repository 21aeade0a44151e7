import type { App, WebContents } from "electron";
import type { Logger } from "../core/ports.ts";
import { isOwnPage } from "./own-page.ts";

function schemeOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : "none";
}

function guard(contents: WebContents, log: Logger): void {
  const stayHome = (event: { readonly url: string; preventDefault(): void }): void => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    log.warn("window.navigationRefused", { scheme: schemeOf(event.url) });
  };
  contents.on("will-navigate", stayHome);
  contents.on("will-redirect", stayHome);
  contents.on("will-frame-navigate", stayHome);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn("window.newWindowRefused", { scheme: schemeOf(url) });
    return { action: "deny" };
  });
}

/** Keeps every window, also one that should not exist, on our own page and without windows of its own. */
export function guardNavigation(app: App, log: Logger): void {
  app.on("web-contents-created", (_event, contents) => guard(contents, log));
}
