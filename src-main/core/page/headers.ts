/**
 * The page may load what is built into it and nothing else. In Electron it talks by IPC, so `connect-src` is
 * `'none'`; in the browser host it has to reach its own origin, nothing more.
 */
const policyWith = (connect: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");

export const ELECTRON_POLICY = policyWith("'none'");
export const BROWSER_POLICY = policyWith("'self'");

/** Headers of every answer that holds a file of the page. */
export function pageHeaders(policy: string, contentType: string): Readonly<Record<string, string>> {
  return {
    "Content-Type": contentType,
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}
