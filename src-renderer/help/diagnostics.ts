import { attempt } from "../integrations/do.ts";
import { copyText } from "../ui/copy-text.ts";
import { saveFile } from "../ui/save-file.ts";
import { words } from "../words/i18n.ts";

/** The report for whoever helps, on the clipboard. */
export async function copyDiagnostics(): Promise<void> {
  const report = await attempt("help.diagnostics", {});
  if (report !== null) await copyText(report.text, words.t("help.stuck.copied"));
}

/** The same as a file. */
export async function saveDiagnostics(): Promise<void> {
  const report = await attempt("help.diagnostics", {});
  if (report !== null) saveFile(report.name, report.text, "text/plain");
}
