import type { z } from "zod";
import type { LogFields } from "../ports.ts";

type Issue = z.core.$ZodIssue;

const MAX_FIELDS = 20;
const MAX_PATH = 120;
/** Names a whole input that is wrong, as no field can be named. */
const WHOLE_INPUT = "input";

function dotted(path: readonly PropertyKey[]): string {
  return path.length === 0 ? WHOLE_INPUT : path.map(String).join(".").slice(0, MAX_PATH);
}

/** An issue with unknown keys sits at their parent; a form wants to know each key. */
function placesOf(issue: Issue): readonly (readonly [string, string])[] {
  if (issue.code !== "unrecognized_keys") return [[dotted(issue.path), issue.message]];
  return issue.keys.map((key) => [dotted([...issue.path, key]), "This field is not known."]);
}

/** The first message for each wrong field, by dotted path (`fields.name`), at most twenty fields. */
export function issuesToFields(issues: readonly Issue[]): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const [place, message] of issues.flatMap(placesOf)) {
    if (!fields.has(place) && fields.size < MAX_FIELDS) fields.set(place, message);
  }
  return Object.fromEntries(fields);
}

/** Where an answer breaks the contract, without its values: they may be personal. */
export function issuePlaces(issues: readonly Issue[]): string {
  return issues
    .slice(0, MAX_FIELDS)
    .map((issue) => `${dotted(issue.path)}: ${issue.code}`)
    .join("; ");
}

/** `function file.ts:line` of the first frame, without the folder: a path names the person. */
function firstFrame(stack: string | undefined): string {
  const frame = stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  return frame === undefined ? "" : frame.trim().replace(/[^\s(]*[\\/]/g, "");
}

/** What the log keeps of an unexpected error. The logger masks tokens and addresses in it. */
export function describeFailure(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, message: error.message.slice(0, 500), at: firstFrame(error.stack) };
}
