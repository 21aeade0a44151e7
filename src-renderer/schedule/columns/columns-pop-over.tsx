import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { announce } from "../../app/live.tsx";
import { reorderStaff } from "../../settings/save-catalogue.ts";
import { changePreferences, useCatalogue } from "../../store/catalogue.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, Segments } from "../../ui/choices.tsx";
import { Grip } from "../../ui/grip.tsx";
import { joinClass } from "../../ui/join-class.ts";
import { PopOver } from "../../ui/popover.tsx";
import { sayFailure } from "../../ui/say-failure.ts";
import { useReorder } from "../../ui/use-reorder.ts";
import { ZOOMS } from "../schedule-keys.ts";
import { useShownStaff } from "../shown-staff.ts";
import { hiddenAfter } from "./hidden-after.ts";
import "./columns.css";

interface PopOverProps {
  readonly triggerRef: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** Who has a column on the schedule, in which order, and how large its hours are drawn. */
export function ColumnsPopOver({ triggerRef, onClose }: PopOverProps) {
  const { t } = useTranslation();
  return (
    <PopOver
      label={t("schedule.columns.title")}
      isOpen
      onClose={onClose}
      triggerRef={triggerRef}
      placement="bottom end"
      width={296}
    >
      <div className="columns">
        <Who />
        <Size />
      </div>
    </PopOver>
  );
}

function hide(hiddenStaffIds: readonly Id[]): void {
  changePreferences({ hiddenStaffIds: [...hiddenStaffIds] }).catch(sayFailure);
}

function Who() {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff);
  const here = staff.filter((s) => s.active);
  const shown = useShownStaff();
  return (
    <section>
      <header className="columns-head">
        <h2 className="lab grow">{t("schedule.columns.who")}</h2>
        <Button
          size="small"
          kind="quiet"
          isDisabled={shown.length === here.length}
          onPress={() => hide([])}
        >
          {t("schedule.columns.all")}
        </Button>
      </header>
      <Rows here={here} gone={staff.filter((s) => !s.active)} shown={shown} />
    </section>
  );
}

interface RowsProps {
  readonly here: readonly Staff[];
  readonly gone: readonly Staff[];
  readonly shown: readonly Staff[];
}

function Rows({ here, gone, shown }: RowsProps) {
  const { t } = useTranslation();
  const reorder = useReorder(here, (ordered, to) => {
    const name = ordered[to]?.name ?? "";
    announce(t("schedule.columns.moved", { name, place: to + 1 }));
    reorderStaff(ordered, gone).catch(sayFailure);
  });
  return (
    <ul className="columns-list">
      {here.map((member, index) => {
        const { id, name } = member;
        const isShown = shown.includes(member);
        const shift = reorder.shiftOf(index);
        return (
          <li
            key={id}
            className={joinClass(reorder.pulled === index && "pulled")}
            style={shift === 0 ? {} : { transform: `translateY(${shift * 100}%)` }}
          >
            <Grip label={t("schedule.columns.move", { name })} index={index} reorder={reorder} />
            <Checkbox
              isSelected={isShown}
              isDisabled={isShown && shown.length === 1}
              onChange={(show) => hide(hiddenAfter(here, shown, id, show))}
            >
              {name}
            </Checkbox>
          </li>
        );
      })}
      {shown.length === 1 ? <li className="sub small">{t("schedule.columns.last")}</li> : null}
    </ul>
  );
}

const SIZE_NAMES = ["small", "middle", "large"] as const;

function Size() {
  const { t } = useTranslation();
  const zoom = useCatalogue((s) => s.preferences.zoom);
  return (
    <section className="columns-size">
      <h2 className="lab">{t("schedule.columns.size")}</h2>
      <Segments
        label={t("schedule.columns.size")}
        choices={SIZE_NAMES.map((id) => ({ id, label: t(`schedule.columns.sizes.${id}`) }))}
        value={SIZE_NAMES[zoom]}
        onChange={(name) => {
          const chosen = ZOOMS[SIZE_NAMES.indexOf(name)] ?? 0;
          changePreferences({ zoom: chosen }).catch(sayFailure);
        }}
      />
    </section>
  );
}
