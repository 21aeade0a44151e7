import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, Menu, MenuTrigger, Popover } from "react-aria-components";
import { useCatalogue } from "../../store/catalogue.ts";
import { useWindow } from "../../store/window.ts";
import { ChosenItem } from "../../ui/chosen-item.tsx";
import { Icon } from "../../ui/icon.tsx";
import { usePerson } from "../person.ts";
import "./week.css";

/**
 * Whose week the schedule shows. A menu, not a field: the letters typed on a closed field choose in its list, and
 * here they turn the weeks.
 */
export function PersonChoice() {
  const { t } = useTranslation();
  const person = usePerson();
  const staff = useCatalogue((s) => s.staff).filter((s) => s.active || s.id === person?.id);
  const name = person?.name ?? "";
  return (
    <MenuTrigger>
      <Button className="btn person" aria-label={t("schedule.personChosen", { name })}>
        <span className="grow cut">{name}</span>
        <Icon of={ChevronDown} size={14} />
      </Button>
      <Popover className="pop list-pop" offset={4}>
        <Menu
          className="list"
          aria-label={t("schedule.person")}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={person === undefined ? [] : [person.id]}
          onAction={(key) => useWindow.setState({ personId: String(key) })}
        >
          {staff.map((one) => (
            <ChosenItem key={one.id} id={one.id} label={one.name} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
