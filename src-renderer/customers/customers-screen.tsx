import { Plus, Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsked } from "../store/use-asked.ts";
import { useWindow } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { CustomerAside } from "./customer-aside.tsx";
import { CustomerList } from "./customer-list.tsx";
import "./customers.css";

/** More than a screen shows; a search narrows the rest down. */
const LIMIT = 200;

/** Everybody who was ever booked: a list to search, and a card beside it. */
export function CustomersScreen() {
  const { t } = useTranslation();
  const customerId = useWindow((s) => s.customerId);
  const [query, setQuery] = useState("");
  const [adding, setAdding] = useState<string | null>(null);
  const wanted = useDeferredValue(query);
  const hits = useAsked("customer.search", { query: wanted, limit: LIMIT }, [
    "catalogue.changed",
    "schedule.changed",
  ]);
  const open = (id: string | null): void => {
    setAdding(null);
    useWindow.setState({ customerId: id });
  };
  return (
    <div className="customers">
      <main className="customers-main">
        <header className="customers-head">
          <h1 className="page-title">{t("customers.title")}</h1>
          <TextField
            className="customers-search"
            label={t("customers.searchLabel")}
            labelUnseen
            type="search"
            icon={Search}
            placeholder={t("customers.search")}
            value={query}
            onChange={setQuery}
            maxLength={200}
          />
          <span className="grow" />
          <Button icon={Plus} onPress={() => setAdding("")}>
            {t("customers.add")}
          </Button>
        </header>
        <LoadFailed of={hits} />
        {hits.value === null ? null : (
          <CustomerList
            hits={hits.value}
            query={wanted.trim()}
            chosen={adding === null ? customerId : null}
            isCut={hits.value.length === LIMIT}
            onChoose={open}
            onAdd={() => setAdding(query.trim())}
          />
        )}
      </main>
      <CustomerAside
        key={adding === null ? customerId : "new"}
        customerId={customerId}
        adding={adding}
        onClose={() => setAdding(null)}
        onAdded={open}
      />
    </div>
  );
}
