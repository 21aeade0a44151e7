import { asFailure } from "../../bridge.ts";
import { announce } from "../../app/live.tsx";
import { toast, type ToastWords } from "../../ui/toast.tsx";
import { words } from "../../words/i18n.ts";
import { inTurn } from "./turns.ts";

/** Something done at the desk that can be taken back. Both ways are ordinary calls, so they reach the calendar too. */
export interface Deed {
  /** What was done, for the toast: `Mara Vogt moved to 15:15, Ben`. */
  readonly words: string;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** What may follow from it, offered beside the undo as soon as it is known. */
  readonly offers?: readonly (() => Promise<Offer | null>)[];
}

/** Something that a toast offers beside the undo. */
export interface Offer {
  readonly label: string;
  readonly run: () => void;
  /** What comes of it if nobody presses anything. */
  readonly note?: string;
}

/** Thrown by an `undo` when somebody else has changed the same thing since. */
export class ChangedMeanwhile extends Error {}

const LIMIT = 100;
let done: readonly Deed[] = [];
let undone: readonly Deed[] = [];

/** Remembers what was just done and offers to take it back. */
export function remember(deed: Deed): void {
  done = [...done, deed].slice(-LIMIT);
  undone = [];
  announce(deed.words);
  const words = { text: deed.words, undo: () => void undo() };
  toast(words);
  void offer(deed, words);
}

/** What may follow is looked up after the answer was shown; nobody waits for it, and a failure offers nothing. */
async function offer(deed: Deed, said: ToastWords): Promise<void> {
  const found = await Promise.allSettled((deed.offers ?? []).map((look) => look()));
  const actions = found.flatMap((one) =>
    one.status === "fulfilled" && one.value !== null ? [one.value] : [],
  );
  if (actions.length === 0 || done.at(-1) !== deed) return;
  const note = actions.flatMap((action) => action.note ?? []).join(" ");
  if (note === "") return toast({ ...said, actions });
  announce(note);
  toast({ ...said, actions, note });
}

/** After the business itself was cleared away there is nothing to be taken back. */
export function forgetDeeds(): void {
  done = [];
  undone = [];
}

/** Says what the desk answered instead of doing it. */
export function sayFailure(error: unknown): void {
  const text =
    error instanceof ChangedMeanwhile
      ? words.t("app.cannotUndo")
      : words.t(`errors.${asFailure(error).code}`);
  announce(text);
  toast({ text, tone: "error" });
}

export function undo(): Promise<void> {
  return inTurn(async () => {
    const deed = done.at(-1);
    if (deed === undefined) return say(words.t("app.nothingToUndo"));
    done = done.slice(0, -1);
    await deed.undo();
    undone = [...undone, deed];
    say(words.t("app.undone", { what: deed.words }));
  }).catch(sayFailure);
}

export function redo(): Promise<void> {
  return inTurn(async () => {
    const deed = undone.at(-1);
    if (deed === undefined) return;
    undone = undone.slice(0, -1);
    await deed.redo();
    done = [...done, deed];
    say(words.t("app.redone", { what: deed.words }));
  }).catch(sayFailure);
}

function say(text: string): void {
  announce(text);
  toast({ text });
}
