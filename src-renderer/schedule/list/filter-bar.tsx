import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button as AriaButton, Menu, MenuTrigger, Popover } from "react-aria-components";
import { BOOKING_STATUSES } from "../../../src-shared/domain/booking.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { Button } from "../../ui/button.tsx";
import { ChosenItem } from "../../ui/chosen-item.tsx";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import type { Option } from "../../ui/select-field.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { STATUS_ICONS } from "../status-look.ts";
import { clearFilter, isFiltering, useListFilter } from "./list-filter.ts";
import "../../ui/list.css";

/** What the list is narrowed to: whose bookings, in which status, of which service. */
export function FilterBar() {
  const { t } = useTranslation();
  const filter = useListFilter();
  const staff = useCatalogue((s) => s.staff);
  const services = useCatalogue((s) => s.services);
  return (
    <div className="agenda-bar" role="group" aria-label={t("schedule.list.filter")}>
      <FilterMenu
        what="staff"
        chosen={filter.staffIds}
        options={staff
          .filter((s) => s.active || filter.staffIds.has(s.id))
          .map(({ id, name }) => ({ id, label: name }))}
        onChange={(staffIds) => useListFilter.setState({ staffIds })}
      />
      <FilterMenu
        what="status"
        chosen={filter.statuses}
        options={BOOKING_STATUSES.map((id) => ({ id, label: t(`schedule.status.${id}`) }))}
        onChange={(statuses) => useListFilter.setState({ statuses })}
      />
      <FilterMenu
        what="service"
        chosen={filter.serviceIds}
        options={services
          .filter((s) => s.active || filter.serviceIds.has(s.id))
          .map(({ id, name, tint }) => ({ id, label: name, tint }))}
        onChange={(serviceIds) => useListFilter.setState({ serviceIds })}
      />
      {isFiltering(filter) ? (
        <Button kind="quiet" size="small" onPress={clearFilter}>
          {t("schedule.list.showAll")}
        </Button>
      ) : null}
    </div>
  );
}

interface FilterMenuProps<K extends string> {
  readonly what: "staff" | "status" | "service";
  readonly options: readonly Option<K>[];
  readonly chosen: ReadonlySet<K>;
  readonly onChange: (chosen: ReadonlySet<K>) => void;
}

/** Any number of a list. A menu, not a field: the letters typed on a closed field would choose in it. */
function FilterMenu<K extends string>({ what, options, chosen, onChange }: FilterMenuProps<K>) {
  const { t } = useTranslation();
  const [only] = options.filter(({ id }) => chosen.has(id));
  const said = (): string => {
    if (chosen.size === 0) return t(`schedule.list.any.${what}`);
    if (chosen.size === 1) return only?.label ?? "";
    return t(`schedule.list.some.${what}`, { count: chosen.size });
  };
  return (
    <MenuTrigger>
      <AriaButton className={joinClass("btn small", chosen.size > 0 && "on")}>
        {said()}
        <Icon of={ChevronDown} size={14} />
      </AriaButton>
      <Popover className="pop list-pop" offset={4}>
        <Menu
          className="list"
          aria-label={t(`schedule.list.by.${what}`)}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(keys === "all" ? new Set() : new Set([...keys] as K[]))
          }
        >
          {options.map((option) => (
            <ChosenItem key={option.id} id={option.id} label={option.label}>
              {option.tint === undefined ? null : <Swatch tint={option.tint} />}
              {what === "status" ? (
                <Icon of={STATUS_ICONS[option.id as keyof typeof STATUS_ICONS]} size={14} />
              ) : null}
            </ChosenItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
