import { Search, User } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Customer, CustomerHit } from "../../src-shared/domain/customer.ts";
import { call } from "../bridge.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { useCustomerSearch } from "../ui/use-customer-search.ts";
import { MergeForm } from "./merge-form.tsx";

/** One more than is shown: the card itself is among them. */
const LIMIT = 7;

interface MergeDialogProps {
  readonly kept: Customer;
  readonly onClose: () => void;
}

/** First the other card is found, then what stays of each. */
export function MergeDialog({ kept, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const [other, setOther] = useState<Customer | null>(null);
  if (other !== null)
    return <MergeForm kept={kept} other={other} onBack={() => setOther(null)} onClose={onClose} />;
  const choose = (id: string): void => {
    call("customer.get", { id }).then(({ customer }) => setOther(customer), sayFailure);
  };
  return (
    <Dialog
      isOpen
      title={t("customers.merge.title", { name: kept.name })}
      onClose={onClose}
      actions={
        <Button size="large" onPress={onClose}>
          {t("customers.merge.cancel")}
        </Button>
      }
    >
      <FindOther kept={kept} onChoose={choose} />
    </Dialog>
  );
}

interface FindProps {
  readonly kept: Customer;
  readonly onChoose: (id: string) => void;
}

/** Doubles mostly share the name, so that is what is looked for at first. */
function FindOther({ kept, onChoose }: FindProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState(kept.name);
  const hits = useCustomerSearch(query, LIMIT).hits.filter(({ id }) => id !== kept.id);
  return (
    <div className="merge-find">
      <TextField
        label={t("customers.merge.find")}
        hint={t("customers.merge.findHint")}
        type="search"
        icon={Search}
        value={query}
        onChange={setQuery}
        maxLength={200}
        autoFocus
      />
      {hits.length === 0 ? (
        <p className="sub" role="status">
          {t("customers.merge.nobody")}
        </p>
      ) : (
        <ul aria-label={t("customers.merge.found")}>
          {hits.map((hit) => (
            <li key={hit.id}>
              <Found hit={hit} query={query} onChoose={() => onChoose(hit.id)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface FoundProps {
  readonly hit: CustomerHit;
  readonly query: string;
  readonly onChoose: () => void;
}

function Found({ hit, query, onChoose }: FoundProps) {
  const { t } = useTranslation();
  const reach = [hit.phone, hit.email].filter((part) => part !== "").join(" · ");
  return (
    <button type="button" className="merge-hit" onClick={onChoose}>
      <Icon of={User} />
      <span className="grow cut">
        <span className="name">
          <Highlight text={hit.name} query={query} />
        </span>
        <small className="cut">{reach}</small>
      </span>
      <span className="small sub">{t("customers.visits", { count: hit.visits })}</span>
    </button>
  );
}
