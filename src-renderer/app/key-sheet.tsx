import { useTranslation } from "react-i18next";
import { type ShortcutCommand, SHORTCUTS } from "../../src-shared/commands.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useWindow } from "../store/window.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Note } from "../ui/note.tsx";
import { CONTROL_KEY } from "../ui/platform.ts";
import "./key-sheet.css";

/** `⌘ Shift Z` */
function withControl(command: ShortcutCommand): string {
  return [CONTROL_KEY, ...SHORTCUTS[command].split("+")].join(" ");
}

/** Keys in one list; also shown on the help screen. Each entry: its words, then the ways to press it. */
const GROUPS = {
  moving: [
    ["today", "T"],
    ["dayView", "D"],
    ["weekView", "W"],
    ["monthView", "M"],
    ["listView", "L"],
    ["previous", "K", "←"],
    ["next", "J", "→"],
    ["search", "/", withControl("search")],
    ["print", withControl("print")],
    ["settings", withControl("settings")],
    ["zoom", "+", "-"],
    ["help", "?"],
  ],
  making: [
    ["create", "C", withControl("create")],
    ["walkIn", "Shift C"],
    ["block", "B"],
    ["findTime", "F"],
    ["slots", "S"],
    ["undo", withControl("undo")],
    ["redo", withControl("redo")],
  ],
  selected: [
    ["arrows", "↑", "↓", "←", "→"],
    ["open", "Enter"],
    ["edit", "E"],
    ["move", "Alt ↑", "Alt ↓", "Alt ←", "Alt →"],
    ["pickUp", "X", `${CONTROL_KEY} X`],
    ["longer", "Alt Shift ↑", "Alt Shift ↓"],
    ["remove", "Delete"],
    ["back", "Esc"],
  ],
} as const;

const GROUP_NAMES = ["moving", "making", "selected"] as const;

export function KeyList() {
  const { t } = useTranslation();
  return (
    <div className="keylist">
      {GROUP_NAMES.map((group) => (
        <section key={group}>
          <h3 className="keylist-title">{t(`app.keys.${group}`)}</h3>
          <dl>
            {GROUPS[group].map(([what, ...ways]) => (
              <div key={what} className="keylist-row">
                <dt>{t(`app.keys.${what}`)}</dt>
                <dd>
                  {ways.map((way) => (
                    <Kbd key={way}>{way}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** The list of keys over the window, opened with `?`. */
export function KeySheet() {
  const { t } = useTranslation();
  const isOpen = useWindow((s) => s.keysOpen);
  const singleKeys = useCatalogue((s) => s.preferences.singleKeys);
  return (
    <Dialog
      title={t("app.keys.title")}
      isOpen={isOpen}
      onClose={() => useWindow.setState({ keysOpen: false })}
      width={720}
    >
      {singleKeys ? null : <Note tone="plain">{t("app.keys.off")}</Note>}
      <KeyList />
    </Dialog>
  );
}
