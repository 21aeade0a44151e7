import { Archive, ArrowDown, ArrowUp, Ellipsis, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/button.tsx";
import { MenuButton } from "../ui/menu.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/i18n.ts";

interface RowMenuProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  /** Archives the row, or brings it back as it is by then. */
  readonly setActive: (active: boolean) => Promise<void>;
}

/** What can be done with a row of a list in the settings. */
export function RowMenu({ name, isFirst, isLast, onEdit, onMove, setActive }: RowMenuProps) {
  const { t } = useTranslation();
  const label = t("common.more", { name });
  const up = { is: "do", id: "up", label: t("common.moveUp"), icon: ArrowUp } as const;
  const down = { is: "do", id: "down", label: t("common.moveDown"), icon: ArrowDown } as const;
  return (
    <MenuButton
      label={label}
      entries={[
        { is: "do", id: "edit", label: t("common.edit"), icon: Pencil, run: onEdit },
        ...(isFirst ? [] : [{ ...up, run: () => onMove(-1) }]),
        ...(isLast ? [] : [{ ...down, run: () => onMove(1) }]),
        { is: "rule", id: "rule" },
        {
          is: "do",
          id: "archive",
          label: t("common.archive"),
          icon: Archive,
          run: () => void archive(name, setActive),
        },
      ]}
    >
      <IconButton icon={Ellipsis} size="small" label={label} />
    </MenuButton>
  );
}

async function archive(name: string, setActive: RowMenuProps["setActive"]): Promise<void> {
  try {
    await setActive(false);
    toast({
      text: words.t("common.archived", { name }),
      undo: () => void setActive(true).catch(sayFailure),
    });
  } catch (error) {
    sayFailure(error);
  }
}
