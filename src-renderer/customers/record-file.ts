import { repeatOf } from "../../src-shared/time/recurrence/repeat.ts";
import { call } from "../bridge.ts";
import { formatsNow } from "../schedule/labels.ts";
import { repeatWords } from "../schedule/repeat/repeat-words.ts";
import { saveFile } from "../ui/save-file.ts";
import { words } from "../words/i18n.ts";
import { recordText } from "./record-text.ts";

/** Saves everything that is kept about somebody: for a program, or for a person to read. The name is not in the file's. */
export async function saveRecord(id: string, as: "json" | "text"): Promise<void> {
  const record = await call("customer.record", { id });
  const formats = formatsNow();
  const { t } = words;
  const name = t("customers.export.file", { date: formats.today() });
  if (as === "json") {
    saveFile(`${name}.json`, `${JSON.stringify(record, null, 2)}\n`, "application/json");
    return;
  }
  const ruleWords = (rule: string, date: string): string => {
    const repeat = repeatOf(rule, date, formats.zone);
    return repeat === null ? t("repeat.inItsOwnWay") : repeatWords(t, formats, repeat, date);
  };
  saveFile(`${name}.txt`, recordText(record, { t, formats, ruleWords }), "text/plain");
}
