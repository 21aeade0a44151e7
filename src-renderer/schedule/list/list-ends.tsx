import { Trans, useTranslation } from "react-i18next";
import { addDays } from "../../../src-shared/time/zones.ts";
import { loadedDays, type Side } from "../../store/agenda.ts";
import { Button } from "../../ui/button.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { clearFilter, isFiltering, useListFilter } from "./list-filter.ts";
import type { List } from "./use-list.ts";

interface ListEndProps {
  readonly side: Side;
  /** Pixels below the top of the list. */
  readonly top: number;
  readonly list: List;
}

/** Says up to when was looked, where a year has nothing to show. */
export function ListEnd({ side, top, list }: ListEndProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const loaded = loadedDays(list.chunks);
  if (loaded === null) return null;
  const day = side === "before" ? loaded.first : addDays(loaded.first, loaded.days - 1);
  return (
    <div className="agenda-end" style={{ top }}>
      <span className="mute">{t(`schedule.list.end.${side}`, { day: formats.shortDay(day) })}</span>
      <Button size="small" kind="quiet" onPress={() => list.lookFurther(side)}>
        {t(`schedule.list.further.${side}`)}
      </Button>
    </div>
  );
}

/** In the place of a list without a single booking: what to do about it. */
export function NothingListed() {
  const { t } = useTranslation();
  const filtering = useListFilter(isFiltering);
  return (
    <div className="book-nothing">
      <h2 className="page-title">
        {t(filtering ? "schedule.list.noneMatchesTitle" : "schedule.emptyTitle")}
      </h2>
      <p className="sub">
        {filtering ? (
          t("schedule.list.noneMatchesText")
        ) : (
          <Trans i18nKey="schedule.list.emptyText" components={{ k: <Kbd>{null}</Kbd> }} />
        )}
      </p>
      {filtering ? (
        <Button kind="primary" onPress={clearFilter}>
          {t("schedule.list.showAll")}
        </Button>
      ) : null}
    </div>
  );
}
