import { Search, UserPlus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import type { CustomerHit } from "../../../src-shared/domain/customer.ts";
import type { FormCustomer } from "../../store/window.ts";
import { TextField } from "../../ui/field.tsx";
import { type Formats, useFormats } from "../../ui/formats.ts";
import { Highlight } from "../../ui/highlight.tsx";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { controlHeld, CONTROL_KEY } from "../../ui/platform.ts";
import { useCustomerSearch } from "../../ui/use-customer-search.ts";
import { useEnterChooses } from "../../ui/use-enter-chooses.ts";
import "./customer-field.css";

interface CustomerFieldProps {
  readonly value: FormCustomer;
  readonly onChange: (customer: FormCustomer) => void;
  readonly autoFocus?: boolean;
  /** Messages for the fields of a new customer. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Who it is for: found by name, any part of the phone number or e-mail; or a new customer, made with the booking. */
export function CustomerField(props: CustomerFieldProps) {
  const { value } = props;
  if (value === null) return <CustomerSearch {...props} />;
  return value.is === "known" ? <Chosen {...props} /> : <NewCustomer {...props} customer={value} />;
}

const NEW = "new";
const LIMIT = 6;
const everything = (): boolean => true;

function CustomerSearch({ onChange, autoFocus = false }: CustomerFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const field = useRef<HTMLSpanElement>(null);
  const [query, setQuery] = useState("");
  const { hits, answered } = useCustomerSearch(query, LIMIT);
  const name = query.trim();
  const makeNew = (): void => onChange({ is: "new", ...splitTyped(name) });
  const choose = (key: unknown): void => {
    const hit = hits.find((h) => h.id === key);
    if (hit !== undefined)
      onChange({ is: "known", id: hit.id, name: hit.name, about: aboutOf(hit) });
    else if (key === NEW) makeNew();
  };
  const aboutOf = (hit: CustomerHit): string =>
    [
      t("schedule.form.visits", { count: hit.visits }),
      hit.lastVisit === null ? "" : t("schedule.form.last", { day: dayOf(hit.lastVisit, formats) }),
    ]
      .filter((part) => part !== "")
      .join(", ");
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !controlHeld(event) || name === "") return;
    event.preventDefault();
    event.stopPropagation();
    makeNew();
  };
  const onKeyDownCapture = useEnterChooses({ query, answered, first: hits[0]?.id ?? NEW, choose });
  return (
    <div className="fld" onKeyDownCapture={onKeyDownCapture}>
      <ComboBox
        className="fld"
        inputValue={query}
        onInputChange={setQuery}
        value={null}
        onChange={choose}
        menuTrigger="input"
        // The desk has searched already, in numbers and addresses too; by itself the list would match names only.
        defaultFilter={everything}
        allowsCustomValue
        // What is pasted comes in one piece: there is nothing in the list yet when it asks to be opened.
        allowsEmptyCollection
        onKeyDown={onKeyDown}
      >
        <Label className="lab">{t("schedule.form.customerSearch")}</Label>
        <span className="field" ref={field}>
          <Icon of={Search} />
          <Input autoFocus={autoFocus} autoComplete="off" />
        </span>
        <Popover
          className="pop customer-pop"
          triggerRef={field}
          placement="bottom start"
          shouldFlip={false}
          offset={4}
        >
          <ListBox className="list">
            {hits.map((hit) => (
              <HitOption key={hit.id} hit={hit} query={query} formats={formats} />
            ))}
            {name === "" ? null : <NewOption name={name} />}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}

function dayOf(at: string, formats: Formats): string {
  return formats.shortDay(formats.dateOf(at));
}

interface HitProps {
  readonly hit: CustomerHit;
  readonly query: string;
  readonly formats: Formats;
}

function HitOption({ hit, query, formats }: HitProps) {
  const { t } = useTranslation();
  const contact = hit.phone === "" ? hit.email : hit.phone;
  const visits = t("schedule.form.visits", { count: hit.visits });
  return (
    <ListBoxItem id={hit.id} textValue={hit.name} className="customer-option">
      <span className="name cut">
        <Highlight text={hit.name} query={query} />
      </span>
      <span className={joinClass("d2", hit.nextVisit === null && hit.noShows > 0 && "warn")}>
        <NextOrTrouble hit={hit} formats={formats} />
      </span>
      <span className="d cut">
        <Highlight text={contact === "" ? visits : `${contact} · ${visits}`} query={query} />
      </span>
      <span className="d2">
        {hit.lastVisit === null
          ? ""
          : t("schedule.form.last", { day: dayOf(hit.lastVisit, formats) })}
      </span>
    </ListBoxItem>
  );
}

function NextOrTrouble({ hit, formats }: Omit<HitProps, "query">) {
  const { t } = useTranslation();
  if (hit.nextVisit === null)
    return hit.noShows === 0 ? null : t("schedule.form.noShows", { count: hit.noShows });
  if (formats.dateOf(hit.nextVisit) === formats.today())
    return t("schedule.form.today", { time: formats.time(hit.nextVisit) });
  return t("schedule.form.next", { day: dayOf(hit.nextVisit, formats) });
}

function NewOption({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const words = t("schedule.form.newCustomer", { name });
  return (
    <ListBoxItem id={NEW} textValue={words} className="customer-option new">
      <Icon of={UserPlus} />
      <span className="grow cut">{words}</span>
      <Kbd>{CONTROL_KEY}</Kbd>
      <Kbd>Enter</Kbd>
    </ListBoxItem>
  );
}

/** What was typed to search is a name, a number or an address: it goes where it belongs. */
function splitTyped(text: string): { name: string; phone: string; email: string } {
  if (text.includes("@")) return { name: "", phone: "", email: text };
  return /^[+\d][\d\s/()-]*$/.test(text)
    ? { name: "", phone: text, email: "" }
    : { name: text, phone: "", email: "" };
}

function ClearButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <AriaButton
      className="field-clear"
      aria-label={t("schedule.form.clearCustomer")}
      onPress={onPress}
    >
      <Icon of={X} size={14} />
    </AriaButton>
  );
}

function Chosen({ value, onChange }: CustomerFieldProps) {
  const { t } = useTranslation();
  if (value === null || value.is !== "known") return null;
  return (
    <div className="fld">
      <span className="lab">{t("schedule.form.customer")}</span>
      <span className="field">
        <span className="grow cut">
          <b className="name">{value.name}</b>
          {value.about === "" ? null : <span className="sub"> · {value.about}</span>}
        </span>
        <ClearButton onPress={() => onChange(null)} />
      </span>
    </div>
  );
}

interface NewCustomerProps extends CustomerFieldProps {
  readonly customer: Extract<NonNullable<FormCustomer>, { readonly is: "new" }>;
}

function NewCustomer({ customer, onChange, errors = {} }: NewCustomerProps) {
  const { t } = useTranslation();
  const isNamed = customer.name.trim() !== "";
  const nameMissing = t("schedule.form.nameMissing");
  const said = errors["name"] !== undefined && !isNamed ? nameMissing : errors["name"];
  return (
    <div className="new-customer">
      <TextField
        label={`${t("schedule.form.customer")}, ${t("schedule.form.newCustomerShort")}`}
        value={customer.name}
        onChange={(name) => onChange({ ...customer, name })}
        suffix={<ClearButton onPress={() => onChange(null)} />}
        error={isNamed && said === nameMissing ? undefined : said}
        autoFocus
      />
      <div className="form-two">
        <TextField
          label={t("schedule.form.phone")}
          type="tel"
          value={customer.phone}
          onChange={(phone) => onChange({ ...customer, phone })}
          error={errors["phone"]}
        />
        <TextField
          label={t("schedule.form.email")}
          type="email"
          value={customer.email}
          onChange={(email) => onChange({ ...customer, email })}
          error={errors["email"]}
        />
      </div>
    </div>
  );
}
