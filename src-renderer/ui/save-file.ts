import { later } from "../store/now.ts";

/** Long enough for the slowest disk; the text is let go of afterwards. Milliseconds. */
const KEEP_MS = 60_000;

/** Saves a text as a file, the way a download is saved. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  later(KEEP_MS, () => URL.revokeObjectURL(address));
}
