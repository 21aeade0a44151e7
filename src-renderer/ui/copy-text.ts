import { sayFailure } from "./say-failure.ts";
import { toast } from "./toast.tsx";

/** Puts a text on the clipboard and says so at the foot of the window. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ text: done });
  } catch (error) {
    sayFailure(error);
  }
}
