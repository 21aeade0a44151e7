import { Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Block } from "../../src-shared/domain/block.ts";
import type { ClosedDays } from "../../src-shared/domain/business.ts";
import { staffName } from "../schedule/labels.ts";
import { IconButton } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { joinClass } from "../ui/join-class.ts";
import { draftOfDays } from "./closures-draft.ts";

interface DaysRow {
  readonly key: string;
  readonly days: string;
  readonly name: string;
  readonly detail: string;
  readonly isEdited: boolean;
  readonly edit: () => void;
  readonly remove: () => void;
}

interface DaysListProps {
  readonly rows: readonly DaysRow[];
  readonly empty: string;
}

/** Whole days by date: when, who or why, and the buttons to change and remove them. */
export function DaysList({ rows, empty }: DaysListProps) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="sub closures-empty">{empty}</p>;
  return (
    <ul className="closure-list">
      {rows.map(({ key, days, name, detail, isEdited, edit, remove }) => {
        const who = detail === "" ? name : t("settings.daysOff.named", { name, who: detail });
        return (
          <li key={key} className={joinClass(isEdited && "edited")}>
            <span className="closure-days">{days}</span>
            <span className="grow cut">
              <span className="name">{name}</span> <span className="sub">{detail}</span>
            </span>
            <IconButton
              icon={Pencil}
              size="small"
              label={t("settings.closures.editTitle", { name: who })}
              onPress={edit}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={t("settings.closures.removeNamed", { name: who })}
              onPress={remove}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** How days, their reason and their people are called. */
export function useDaysWords() {
  const { t } = useTranslation();
  const formats = useFormats();
  return {
    daysOf: (days: Omit<ClosedDays, "name">): string => {
      const { first, last } = draftOfDays(days);
      if (first === null || last === null) return "";
      const from = formats.weekdayAndDay(first);
      if (first === last) return from;
      return t("settings.closures.span", { from, to: formats.weekdayAndDay(last) });
    },
    nameOf: (
      name: string,
      unnamed: "settings.closures.unnamed" | "settings.daysOff.unnamed",
    ): string => (name === "" ? t(unnamed) : name),
    whoOf: ({ staffIds }: Block): string =>
      staffIds.length === 0
        ? t("schedule.block.everyone")
        : staffIds.map((id) => staffName(id)).join(", "),
  };
}
