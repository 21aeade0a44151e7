import { CircleAlert } from "lucide-react";
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asFailure } from "../bridge.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { select, useWindow } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { newId } from "../ui/new-id.ts";
import { Note } from "../ui/note.tsx";
import { PopOver } from "../ui/popover.tsx";
import { type Option, SelectField } from "../ui/select-field.tsx";
import { bookWalkIn } from "./actions/bookings.ts";
import { showToday } from "./actions/drafting.ts";
import "./draft/form.css";

const ANYBODY = "anybody";

function close(): void {
  useWindow.setState({ walkInOpen: false });
}

/** Somebody stands at the desk: service, from now, with whoever is free first. */
export function WalkInPopOver({ triggerRef }: { readonly triggerRef: RefObject<Element | null> }) {
  const { t } = useTranslation();
  const isOpen = useWindow((s) => s.walkInOpen);
  return (
    <PopOver
      label={t("schedule.walkInForm.title")}
      isOpen={isOpen}
      onClose={close}
      triggerRef={triggerRef}
      placement="bottom end"
      width={320}
    >
      <WalkInForm />
    </PopOver>
  );
}

function useWalkIn() {
  const { t } = useTranslation();
  const id = useRef(newId());
  const [failed, setFailed] = useState<string | null>(null);
  const book = async (serviceId: string, staffId: string, name: string): Promise<void> => {
    const fields = { name: name.trim(), phone: "", email: "", notes: "", alert: "" } as const;
    try {
      const made = await bookWalkIn({
        id: id.current,
        serviceId,
        staffId: staffId === ANYBODY ? null : staffId,
        customer: fields.name === "" ? { is: "unnamed" } : { is: "new", fields },
      });
      close();
      showToday();
      select({ is: "booking", id: made.id });
    } catch (error) {
      setFailed(t(`errors.${asFailure(error).code}`));
    }
  };
  return { failed, book };
}

function WalkInForm() {
  const { t } = useTranslation();
  const services = useCatalogue((s) => s.services).filter((s) => s.active);
  const staff = useCatalogue((s) => s.staff).filter((s) => s.active);
  const [serviceId, setServiceId] = useState(services[0]?.id ?? null);
  const [staffId, setStaffId] = useState<string>(ANYBODY);
  const [name, setName] = useState("");
  const { failed, book } = useWalkIn();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (serviceId !== null) void book(serviceId, staffId, name);
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <header className="nb-head">{t("schedule.walkInForm.title")}</header>
      <div className="nb-body">
        <SelectField
          label={t("schedule.form.service")}
          options={services.map((s): Option => ({ id: s.id, label: s.name, tint: s.tint }))}
          value={serviceId}
          onChange={setServiceId}
        />
        <SelectField
          label={t("schedule.form.with")}
          options={[
            { id: ANYBODY, label: t("schedule.walkInForm.anybody") },
            ...staff.map((s): Option => ({ id: s.id, label: s.name })),
          ]}
          value={staffId}
          onChange={setStaffId}
        />
        <TextField
          label={t("schedule.walkInForm.name")}
          value={name}
          onChange={setName}
          autoFocus
        />
        {failed === null ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {failed}
          </Note>
        )}
      </div>
      <footer className="nb-foot">
        <span className="grow" />
        <Button kind="primary" type="submit" keys="Enter" isDisabled={serviceId === null}>
          {t("schedule.walkInForm.book")}
        </Button>
      </footer>
    </form>
  );
}
