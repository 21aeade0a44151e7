import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";

interface Archived {
  readonly id: string;
  readonly name: string;
}

interface ArchivedListProps<T extends Archived> {
  readonly rows: readonly T[];
  readonly title: string;
  readonly about: string;
  readonly onRestore: (row: T) => void;
}

/** What was put away and can be brought back; nothing while there is none. */
export function ArchivedList<T extends Archived>(props: ArchivedListProps<T>) {
  const { t } = useTranslation();
  if (props.rows.length === 0) return null;
  return (
    <details className="archived">
      <summary>{props.title}</summary>
      <p className="small mute">{props.about}</p>
      <ul>
        {props.rows.map((row) => (
          <li key={row.id}>
            <span className="grow cut">{row.name}</span>
            <Button
              size="small"
              aria-label={t("common.restoreNamed", { name: row.name })}
              onPress={() => props.onRestore(row)}
            >
              {t("common.restore")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
