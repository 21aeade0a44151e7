import type { OutgoingHttpHeaders } from "node:http";
import { WORDS_EN } from "../../../../src-shared/words/index.ts";

export type BrowserPage = keyof typeof WORDS_EN.signInPage;

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem;color:#221d18;background:#fdfcf9}" +
  "h1{font-size:1.4rem;margin:0 0 .5rem}p{margin:0 0 1rem;color:#504b44}a{color:#7c4e0f;font-weight:600}" +
  "@media(prefers-color-scheme:dark){body{color:#ece9e4;background:#1b1917}p{color:#bcb8b2}a{color:#e9af41}}";

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * The little page that ends the way through the browser. No script, and nothing of the answer in it.
 * @param backLink brings the desk to the front; null where nothing could
 */
export function browserPage(page: BrowserPage, backLink: string | null): string {
  const { title, text } = WORDS_EN.signInPage[page];
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escape(title)} – Bellhop</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p>${wayBack(backLink)}</main></body></html>`
  );
}

function wayBack(link: string | null): string {
  if (link === null) return "";
  return `<p><a href="${escape(link)}">${escape(WORDS_EN.signInBack)}</a></p>`;
}

/** The address of the page holds the code, so it goes into no cache and no Referer. */
export const PAGE_HEADERS: OutgoingHttpHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  Connection: "close",
};
