import { Search, User, UserPlus } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import type { CustomerHit } from "../../src-shared/domain/customer.ts";
import { startDraft } from "../schedule/actions/drafting.ts";
import { openCustomer, openScreen, useWindow } from "../store/window.ts";
import { useFormats } from "../ui/formats.ts";
import { Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useCustomerSearch } from "../ui/use-customer-search.ts";
import { useEnterChooses } from "../ui/use-enter-chooses.ts";
import "./search-palette.css";

const LIMIT = 8;
const NEW = "new";

function close(): void {
  useWindow.setState({ search: null });
}

function bookForNew(name: string): void {
  openScreen("schedule");
  startDraft({ is: "new", name: name.trim(), phone: "", email: "" });
}

/** One press ends the search; the field itself would only empty at the first. */
function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  event.preventDefault();
  close();
}

function choose(key: string, query: string): void {
  close();
  if (key === NEW) bookForNew(query);
  else openCustomer(key);
}

/** Search over everything, opened with `/`. */
export function SearchPalette() {
  const { t } = useTranslation();
  const isOpen = useWindow((s) => s.search !== null);
  return (
    <ModalOverlay
      className="palette-ground"
      isOpen={isOpen}
      onOpenChange={(open) => !open && close()}
      isDismissable
    >
      <Modal className="pop palette">
        <Dialog aria-label={t("app.searchLabel")} className="palette-in">
          <div onKeyDownCapture={closeOnEscape}>
            <Palette />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState(() => useWindow.getState().search?.query ?? "");
  const { hits, answered } = useCustomerSearch(query, LIMIT);
  const asked = query.trim() !== "";
  const first = hits[0]?.id ?? NEW;
  const chooseOf = (key: string): void => choose(key, query);
  const onKeyDownCapture = useEnterChooses({ query, answered, first, choose: chooseOf });
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="palette-field" aria-label={t("app.searchLabel")} autoFocus>
          <Icon of={Search} />
          <Input placeholder={t("app.searchPlaceholder")} />
          <Kbd>Esc</Kbd>
        </SearchField>
        <ListBox
          className="palette-list"
          aria-label={t("app.searchCustomers")}
          onAction={(key) => chooseOf(String(key))}
        >
          {hits.map((hit) => (
            <HitRow key={hit.id} hit={hit} query={query} />
          ))}
          {asked ? <NewRow query={query} /> : null}
        </ListBox>
        <PaletteFoot nothing={asked && answered && hits.length === 0} query={query} />
      </Autocomplete>
    </div>
  );
}

function HitRow({ hit, query }: { readonly hit: CustomerHit; readonly query: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const day = (at: string | null): string =>
    at === null ? t("app.searchNone") : formats.shortDay(formats.dateOf(at));
  return (
    <ListBoxItem id={hit.id} textValue={hit.name} className="palette-row">
      <Icon of={User} />
      <span className="cut">
        <span className="name">
          <Highlight text={hit.name} query={query} />
        </span>
        <small className="cut">
          <Highlight
            text={[hit.phone, hit.email].filter((part) => part !== "").join(" · ")}
            query={query}
          />
        </small>
      </span>
      <span className="palette-when">
        <b>{day(hit.nextVisit)}</b>
        {t("app.searchNext")}
      </span>
      <span className="palette-when">
        <b>{day(hit.lastVisit)}</b>
        {t("app.searchLast")}
      </span>
    </ListBoxItem>
  );
}

function NewRow({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const words = t("app.searchNew", { query: query.trim() });
  return (
    <ListBoxItem id={NEW} textValue={words} className="palette-row">
      <Icon of={UserPlus} />
      <span className="cut">
        <span className="name">{words}</span>
        <small className="cut">{t("app.searchNewMore")}</small>
      </span>
    </ListBoxItem>
  );
}

interface FootProps {
  readonly nothing: boolean;
  readonly query: string;
}

function PaletteFoot({ nothing, query }: FootProps) {
  const { t } = useTranslation();
  return (
    <footer className="palette-foot">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("app.searchChoose")}
      </span>
      <span>
        <Kbd>Enter</Kbd> {t("app.searchOpen")}
      </span>
      <span className="grow" />
      {nothing ? (
        <span role="status">{t("app.searchNothing", { query: query.trim() })}</span>
      ) : null}
    </footer>
  );
}
