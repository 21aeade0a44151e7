import { asFailure } from "../bridge.ts";
import { words } from "../words/i18n.ts";
import { toast } from "./toast.tsx";

/** Says at the foot of the window why something was not done. */
export function sayFailure(error: unknown): void {
  toast({ tone: "error", text: words.t(`errors.${asFailure(error).code}`) });
}
