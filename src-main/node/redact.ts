import type { LogFields } from "../core/ports.ts";

/** Shapes of secrets and addresses wherever they stand in a text; the first group, if any, is kept. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  // name=value and "name":"value", as in query strings, form bodies and JSON
  [
    /((?:access_token|refresh_token|id_token|client_secret|code_verifier|code_challenge|assertion|password|token)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
    "$1[secret]",
  ],
  // "code: STORE_FULL" is no secret, "?code=…" is
  [/(\b(?:code|state)=)[^\s"'&,;}]+/gi, "$1[secret]"],
  [/(\b(?:Bearer|Basic)\s+)[A-Za-z0-9._~+/=-]+/gi, "$1[secret]"],
  // Google's access tokens, refresh tokens and authorization codes
  [/\bya29\.[\w.-]+/g, "[secret]"],
  [/\b[14]\/\/?[\w-]{10,}/g, "[secret]"],
  [/\bGOCSPX-[\w-]+/g, "[secret]"],
  // JSON web tokens
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, "[secret]"],
  [/[^\s@"'<>()=:,;/]{1,64}(?:@|%40)[\w-]+(?:\.[\w-]+)+/gi, "[e-mail]"],
];

/** Field names whose values are a secret or a person, whatever they look like. */
const SECRET_FIELD = /token|secret|password|verifier|authorization|cookie/i;
const PERSON_FIELD =
  /^(?:account|e?mail|guest|customer|customerName|name|title|summary|description|note|notes|phone|address|subject)$/i;

/** Masks tokens, authorization codes, client secrets and e-mail addresses in free text. Pure. */
export function redactText(text: string): string {
  return SECRET_SHAPES.reduce((left, [shape, mask]) => left.replace(shape, mask), text);
}

function redactValue(name: string, value: LogFields[string]): LogFields[string] {
  if (typeof value !== "string" || value === "") return value;
  if (SECRET_FIELD.test(name)) return "[secret]";
  if (PERSON_FIELD.test(name)) return "[person]";
  return redactText(value);
}

/** The fields of a log line without secrets and without people. Pure. */
export function redactFields(fields: LogFields): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, redactValue(name, value)]),
  );
}
