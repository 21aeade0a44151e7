import type { Protocol } from "electron";
import { pageFileOf, readPageFile } from "../core/page/files.ts";
import { ELECTRON_POLICY, pageHeaders } from "../core/page/headers.ts";
import { APP_HOST, APP_SCHEME } from "./own-page.ts";

/** Splits by hand: a URL parser would straighten a climbing path before it can be refused. */
const ADDRESS = /^app:\/\/([^/?#\\]*)([^]*)$/i;

function refuse(status: 400 | 404 | 405): Response {
  return new Response(null, {
    status,
    headers: pageHeaders(ELECTRON_POLICY, "text/plain; charset=utf-8"),
  });
}

/** Answers requests for `app://bellhop/…` with the files of the page, and every other with a refusal. */
export function createAppHandler(rendererDir: string) {
  return async (request: Pick<Request, "method" | "url">): Promise<Response> => {
    if (request.method !== "GET") return refuse(405);
    const [, host, path = ""] = ADDRESS.exec(request.url) ?? [];
    if (host === undefined) return refuse(400);
    if (host.toLowerCase() !== APP_HOST) return refuse(404);
    const file = pageFileOf(path === "" ? "/" : path);
    if (file.is === "refused") return refuse(file.status);
    const bytes = await readPageFile(rendererDir, file.path);
    if (bytes === null) return refuse(404);
    return new Response(new Uint8Array(bytes), {
      headers: pageHeaders(ELECTRON_POLICY, file.contentType),
    });
  };
}

/** Has to run before the app is ready. */
export function announceAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}
