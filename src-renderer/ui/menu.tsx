import type { LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Icon } from "./icon.tsx";
import { joinClass } from "./join-class.ts";
import "./list.css";

export type MenuEntry =
  | { readonly is: "rule"; readonly id: string }
  | {
      readonly is: "do";
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly danger?: boolean;
      readonly run: () => void;
    };

interface MenuButtonProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A button with a menu. */
export function MenuButton({ label, entries, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="pop list-pop" placement="bottom end" offset={4}>
        <Menu className="list" aria-label={label}>
          {entries.map((entry) =>
            entry.is === "rule" ? (
              <Separator key={entry.id} className="list-rule" />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                onAction={entry.run}
                className={joinClass("list-item", entry.danger === true && "danger")}
              >
                {entry.icon === undefined ? null : <Icon of={entry.icon} size={14} />}
                {entry.label}
              </MenuItem>
            ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
