import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from "electron";
import type { ElectronApi } from "./electron-api.ts";
import type { Say } from "./say.ts";

type Item = MenuItemConstructorOptions;
type Clicked = Pick<
  ContextMenuParams,
  "isEditable" | "selectionText" | "misspelledWord" | "dictionarySuggestions" | "editFlags"
>;

const GAP: Item = { type: "separator" };

/** What can be done about a word that the system's spelling does not know. */
function spelling(clicked: Clicked, replace: (word: string) => void, say: Say): Item[] {
  const { isEditable, misspelledWord, dictionarySuggestions } = clicked;
  if (!isEditable || misspelledWord === "") return [];
  const words = dictionarySuggestions.map((word): Item => ({
    label: word.replaceAll("&", "&&"),
    click: () => replace(word),
  }));
  const none: Item = { label: say("host.noSuggestions"), enabled: false };
  return [...(words.length > 0 ? words : [none]), GAP];
}

/** The menu at a place of the page: editing in a field, copying of selected text, nothing elsewhere. */
export function contextMenu(
  clicked: Clicked,
  replace: (word: string) => void,
  say: Say,
): readonly Item[] {
  const { isEditable, selectionText, editFlags } = clicked;
  const copy: Item = { role: "copy", enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === "" ? [] : [copy];
  return [
    ...spelling(clicked, replace, say),
    { role: "undo", enabled: editFlags.canUndo },
    GAP,
    { role: "cut", enabled: editFlags.canCut },
    copy,
    { role: "paste", enabled: editFlags.canPaste },
    GAP,
    { role: "selectAll", enabled: editFlags.canSelectAll },
  ];
}

/** Shows that menu wherever somebody asks for one in a window; Electron has none of its own. */
export function offerContextMenu(api: Pick<ElectronApi, "app" | "Menu">, say: Say): void {
  api.app.on("web-contents-created", (_event, contents: WebContents) => {
    contents.on("context-menu", (_clicked, params) => {
      const items = contextMenu(params, (word) => contents.replaceMisspelling(word), say);
      if (items.length > 0) api.Menu.buildFromTemplate([...items]).popup();
    });
  });
}
