import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Staff } from "../../src-shared/domain/business.ts";
import { announce } from "../app/live.tsx";
import { useCatalogue } from "../store/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { joinClass } from "../ui/join-class.ts";
import { sayFailure } from "../ui/say-failure.ts";
import { ArchivedList } from "./archived-list.tsx";
import { Grip } from "../ui/grip.tsx";
import { dayRanges, WEEKDAY_NAMES, type Weekday, weekFrom } from "./hours-draft.ts";
import { moveTo } from "../ui/reorder.ts";
import { RowMenu } from "./row-menu.tsx";
import { reorderStaff, setStaffActive } from "./save-catalogue.ts";
import { Section } from "./section.tsx";
import { StaffForm } from "./staff-form.tsx";
import { useReorder } from "../ui/use-reorder.ts";

/** Who works here: a column of the schedule each. */
export function StaffSection() {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff);
  /** The id of the person in the form, `new`, or null for no form. */
  const [open, setOpen] = useState<string | null>(null);
  const active = staff.filter((member) => member.active);
  const archived = staff.filter((member) => !member.active);
  const edited = staff.find((member) => member.id === open) ?? null;
  const form = (
    <StaffForm key={open} member={edited} endOfList={staff.length} onClose={() => setOpen(null)} />
  );
  return (
    <Section
      title={t("settings.section.staff")}
      about={t("settings.staff.about")}
      action={
        <Button icon={Plus} onPress={() => setOpen("new")}>
          {t("settings.staff.add")}
        </Button>
      }
      {...(open === null ? {} : { aside: form })}
    >
      {active.length === 0 ? (
        <p className="sub">{t("settings.staff.empty")}</p>
      ) : (
        <StaffList
          staff={active}
          editing={open}
          onEdit={setOpen}
          onReorder={(ordered) => void reorderStaff(ordered, archived).catch(sayFailure)}
        />
      )}
      <ArchivedList
        rows={archived}
        title={t("settings.staff.archived", { count: archived.length })}
        about={t("settings.staff.archivedMore")}
        onRestore={({ id }) => void setStaffActive(id, true).catch(sayFailure)}
      />
    </Section>
  );
}

interface StaffListProps {
  readonly staff: readonly Staff[];
  readonly editing: string | null;
  readonly onEdit: (id: string) => void;
  readonly onReorder: (staff: readonly Staff[]) => void;
}

function StaffList({ staff, editing, onEdit, onReorder }: StaffListProps) {
  const { t } = useTranslation();
  const reorder = useReorder(staff, (ordered, to) => {
    announce(t("settings.services.moved", { name: ordered[to]?.name ?? "", place: to + 1 }));
    onReorder(ordered);
  });
  return (
    <ul className="staff-list">
      {staff.map((member, index) => {
        const { id, name } = member;
        const shift = reorder.shiftOf(index);
        return (
          <li
            key={id}
            className={joinClass(id === editing && "edited", reorder.pulled === index && "pulled")}
            style={shift === 0 ? {} : { transform: `translateY(${shift * 100}%)` }}
          >
            <Grip label={t("settings.staff.move", { name })} index={index} reorder={reorder} />
            <button type="button" className="staff-name name cut" onClick={() => onEdit(id)}>
              {name}
            </button>
            <HoursSummary member={member} />
            <RowMenu
              name={name}
              isFirst={index === 0}
              isLast={index === staff.length - 1}
              onEdit={() => onEdit(id)}
              onMove={(by) => onReorder(moveTo(staff, index, index + by))}
              setActive={(on) => setStaffActive(id, on)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** “Whenever the business is open”, or the days with own hours. */
function HoursSummary({ member: { hours } }: { readonly member: Staff }) {
  const { t } = useTranslation();
  const weekStart = useCatalogue((s) => s.business?.weekStart ?? 1);
  const short = (day: Weekday): string => t(`common.weekdaysShort.${WEEKDAY_NAMES[day]}`);
  const days = dayRanges(weekFrom(weekStart), (day) => (hours?.[day].length ?? 0) > 0)
    .map(([from, to]) => (from === to ? short(from) : `${short(from)}–${short(to)}`))
    .join(", ");
  return (
    <span className="sub grow cut">
      {hours === null
        ? t("settings.staff.likeBusiness")
        : t("settings.staff.ownSummary", { days: days === "" ? t("settings.staff.noDays") : days })}
    </span>
  );
}
