/**
 * Text as it is compared between the desk and Google. What we send and what comes back pass the same functions, so
 * that a difference which no reader would see (a line end, a space, markup that Google's editor put around a line)
 * never causes a write, and a write never causes the next one.
 */

/** Google does not document these; they are what others measured and what we keep to. In UTF-16 units. */
export const TITLE_LIMIT = 1_024;
export const DESCRIPTION_LIMIT = 8_192;
/** Nothing longer is even looked at: an event of 1 MB costs no time. */
const LOOKED_AT = 4 * DESCRIPTION_LIMIT;

const ELLIPSIS = "…";
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Cuts at the border of what a reader sees as one character. A text within the limit stays as it is. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const before = graphemes.segment(text.slice(0, limit + 64)).containing(limit - 1)?.index ?? 0;
  return `${text.slice(0, before).trimEnd()}${ELLIPSIS}`;
}

// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g;

/** Plain text that every JSON reader takes: whole characters, one kind of line end, no control characters. */
function clean(text: string): string {
  return text
    .slice(0, LOOKED_AT)
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u2028\u2029\u0085]/g, "\n")
    .replace(CONTROLS, "")
    .normalize("NFC");
}

/** A title on one line, cut to Google's limit. */
export function titleText(text: string): string {
  return cutText(clean(text).replace(/\s+/g, " ").trim(), TITLE_LIMIT);
}

/** A description as it is sent: cut to Google's limit, its lines kept. */
export function descriptionText(text: string): string {
  return cutText(clean(text).trim(), DESCRIPTION_LIMIT);
}

const LINE_BREAKING_TAGS = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\s*\/?>/gi;
/** Only tags that Google's editor makes: "<3" and "<Anna>" are words of a person. */
const OTHER_TAGS =
  /<\/?(?:p|div|span|b|strong|i|em|u|s|a|ul|ol|li|font|html-blob|h[1-6]|table|tbody|tr|td)(?:\s[^<>]*)?>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&amp;": "&",
};

/**
 * A description as it is compared: the words without markup, each line trimmed, no empty lines. Google's editor
 * turns plain text into HTML when somebody opens and saves an event there.
 */
export function comparableDescription(text: string): string {
  const words = descriptionText(text)
    .replace(LINE_BREAKING_TAGS, "\n")
    .replace(OTHER_TAGS, "")
    .replace(
      /&(?:nbsp|lt|gt|quot|#34|#39|apos|amp);/gi,
      (name) => ENTITIES[name.toLowerCase()] ?? name,
    );
  return words
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
