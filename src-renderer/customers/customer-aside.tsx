import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsked } from "../store/use-asked.ts";
import { LoadFailed } from "../ui/load-failed.tsx";
import { CustomerCardView } from "./customer-card.tsx";
import { CustomerForm } from "./customer-form.tsx";

interface AsideProps {
  readonly customerId: string | null;
  /** Name to begin a new customer with, or null while none is made. */
  readonly adding: string | null;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** Beside the list: the form of a new customer, the card of a known one, or a hint. */
export function CustomerAside({ customerId, adding, onClose, onAdded }: AsideProps) {
  const { t } = useTranslation();
  if (adding !== null)
    return (
      <CustomerForm
        customer={null}
        name={adding}
        onClose={onClose}
        onSaved={({ id }) => onAdded(id)}
      />
    );
  if (customerId === null)
    return (
      <aside className="customer-aside">
        <p className="mute customer-hint">{t("customers.choose")}</p>
      </aside>
    );
  return <Known id={customerId} />;
}

function Known({ id }: { readonly id: string }) {
  const [editing, setEditing] = useState(false);
  const card = useAsked("customer.get", { id }, ["catalogue.changed", "schedule.changed"]);
  if (card.value === null)
    return (
      <aside className="customer-aside">
        <LoadFailed of={card} />
      </aside>
    );
  const close = (): void => setEditing(false);
  return editing ? (
    <CustomerForm
      customer={card.value.customer}
      name=""
      onClose={close}
      onSaved={() => {
        card.again();
        close();
      }}
    />
  ) : (
    <CustomerCardView card={card.value} onEdit={() => setEditing(true)} />
  );
}
