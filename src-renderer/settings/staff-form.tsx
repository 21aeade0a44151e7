import { type Control, Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type Business, type Staff, StaffFields } from "../../src-shared/domain/business.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { AsideForm } from "../ui/aside-form.tsx";
import { RadioChoices } from "../ui/choices.tsx";
import { FormText } from "../ui/form-fields.tsx";
import { useRowForm } from "../ui/use-row-form.ts";
import { draftOf, readHours } from "./hours-draft.ts";
import { HoursEditor } from "./hours-editor.tsx";
import { saveStaff } from "./save-catalogue.ts";
import { TypedStaffHours } from "./typed-hours.ts";

const MemberForm = z.object({ name: StaffFields.shape.name, hours: TypedStaffHours });
type Typed = z.input<typeof MemberForm>;
type MemberControl = Control<Typed, unknown, z.output<typeof MemberForm>>;

const NO_HOURS = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };

interface StaffFormProps {
  /** Null makes a new one. */
  readonly member: Staff | null;
  readonly endOfList: number;
  readonly onClose: () => void;
}

/** Own hours begin as those of the business. */
function typedOf(member: Staff | null, business: Business | null): Typed {
  const own = member?.hours ?? null;
  return {
    name: member?.name ?? "",
    hours: { own: own !== null, week: draftOf(own ?? business?.hours ?? NO_HOURS) },
  };
}

/** Adds or changes somebody who works here. */
export function StaffForm({ member, endOfList, onClose }: StaffFormProps) {
  const { t } = useTranslation();
  const business = useCatalogue((s) => s.business);
  const rowForm = useRowForm({
    row: member,
    typedOf: (row: Staff | null) => typedOf(row, business),
    schema: MemberForm,
    save: (read, seen) =>
      saveStaff(member?.id ?? null, seen, {
        ...read,
        position: member?.position ?? endOfList,
        active: member?.active ?? true,
      }),
    onSaved: onClose,
  });
  const { control } = rowForm.form;
  const title =
    member === null
      ? t("settings.staff.addTitle")
      : t("settings.staff.editTitle", { name: member.name });
  return (
    <AsideForm title={title} rowForm={rowForm} onClose={onClose}>
      <FormText control={control} name="name" label={t("settings.staff.name")} isRequired />
      <OwnHours control={control} weekStart={business?.weekStart ?? 1} />
    </AsideForm>
  );
}

interface OwnHoursProps {
  readonly control: MemberControl;
  readonly weekStart: number;
}

function OwnHours({ control, weekStart }: OwnHoursProps) {
  const { t } = useTranslation();
  return (
    <Controller
      control={control}
      name="hours"
      render={({ field: { value, onChange } }) => {
        const read = readHours(value.week);
        return (
          <>
            <RadioChoices
              label={t("settings.staff.hours")}
              value={value.own ? "own" : "business"}
              onChange={(which) => onChange({ ...value, own: which === "own" })}
              choices={[
                { id: "business", label: t("settings.staff.likeBusiness") },
                { id: "own", label: t("settings.staff.own") },
              ]}
            />
            {value.own ? (
              <HoursEditor
                compact
                draft={value.week}
                onChange={(week) => onChange({ ...value, week })}
                faults={read.ok ? {} : read.faults}
                weekStart={weekStart}
              />
            ) : null}
          </>
        );
      }}
    />
  );
}
