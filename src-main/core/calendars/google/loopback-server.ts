import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserPage, PAGE_HEADERS, browserPage } from "./browser-page.ts";

/** The port that Google sends the browser back to. */
export interface LoopbackServer {
  readonly port: number;
  /** Takes no more requests; those under way get their answer first. */
  finish(): void;
  /** Ends everything at once. */
  destroy(): void;
}

/** Sends a page to the browser. */
export type SendPage = (response: ServerResponse, status: number, page: BrowserPage) => void;

/** @param backLink brings the desk to the front; null where nothing could */
export function pageSender(backLink: string | null): SendPage {
  return (response, status, page) => {
    // A stranger is shown no way to the desk.
    const back = page === "stranger" ? null : backLink;
    response.writeHead(status, PAGE_HEADERS).end(browserPage(page, back));
  };
}

/**
 * Listens on a free port of 127.0.0.1 only.
 * @throws the system's error if no port can be had
 */
export async function openLoopbackServer(
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LoopbackServer> {
  let pending = 0;
  let finishing = false;
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    pending += 1;
    response.once("close", () => {
      pending -= 1;
      if (finishing && pending === 0) server.closeAllConnections();
    });
    onRequest(request, response);
  });
  // The sign-in ends by its own clock; an error on one connection is the browser's affair.
  server.on("clientError", (_error, socket) => socket.destroy());
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject);
  server.listen(0, "127.0.0.1", listening.resolve);
  await listening.promise;
  return {
    port: (server.address() as AddressInfo).port,
    finish() {
      finishing = true;
      server.close();
      // Browsers open connections ahead of need; they would keep the port alive.
      if (pending === 0) server.closeAllConnections();
    },
    destroy() {
      finishing = true;
      server.close();
      server.closeAllConnections();
    },
  };
}
