import { Search, User, UserPlus } from "lucide-react";
import { type KeyboardEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import type { CustomerHit, Visit } from "../../src-shared/domain/customer.ts";
import { startDraft } from "../schedule/actions/drafting.ts";
import { formatsNow } from "../schedule/labels.ts";
import { occurrenceKey } from "../store/booking-key.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { openBooking, openCustomer, openScreen, useWindow } from "../store/window.ts";
import { useFormats } from "../ui/formats.ts";
import { Highlight } from "../ui/highlight.tsx";
import { Icon } from "../ui/icon.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useCustomerSearch } from "../ui/use-customer-search.ts";
import { useEnterChooses } from "../ui/use-enter-chooses.ts";
import { matchingEntries, searchEntries, type SearchEntry } from "./search-entries.ts";
import { EntryRows, visitId, VisitRows } from "./search-rows.tsx";
import { useVisits } from "./use-visits.ts";
import "./search-palette.css";

const LIMIT = 8;
const NEW = "new";

function close(): void {
  useWindow.setState({ search: null });
}

/** Kept in the window: what was typed before this field was there stands in it. */
function setQuery(query: string): void {
  // The field is emptied while the search closes as well; that must not open it again.
  useWindow.setState(({ search }) => (search === null ? {} : { search: { query } }));
}

function bookForNew(name: string): void {
  openScreen("schedule");
  startDraft({ is: "new", name, phone: "", email: "" });
}

/** One press ends the search; the field itself would only empty at the first. */
function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  event.preventDefault();
  close();
}

interface Found {
  readonly query: string;
  readonly hits: readonly CustomerHit[];
  readonly visits: readonly Visit[];
  readonly entries: readonly SearchEntry[];
}

function choose(key: string, { query, visits, entries }: Found): void {
  close();
  const entry = entries.find(({ id }) => id === key);
  const visit = visits.find((one) => visitId(one) === key);
  if (entry !== undefined) entry.open();
  else if (visit !== undefined) openVisit(visit);
  else if (key === NEW) bookForNew(query);
  else openCustomer(key);
}

function openVisit({ bookingId, originalStart, start }: Visit): void {
  openBooking(occurrenceKey(bookingId, originalStart), formatsNow().dateOf(start));
}

/**
 * Everything that the words typed lead to: customers, bookings of the first of them, people, services, places, commands.
 * All of it as of the last answer, so that the list changes at once: its first row is the one that Enter chooses.
 */
function useFound(typed: string): Found & { readonly answered: boolean } {
  const { t } = useTranslation();
  const { query, hits, answered } = useCustomerSearch(typed, LIMIT);
  const visits = useVisits(hits[0] ?? null);
  const staff = useCatalogue((s) => s.staff);
  const services = useCatalogue((s) => s.services);
  const all = useMemo(() => searchEntries(t, { staff, services }), [t, staff, services]);
  return { query, hits, visits, entries: matchingEntries(all, query), answered };
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
  const query = useWindow((s) => s.search?.query ?? "");
  const found = useFound(query);
  const { hits, answered, entries } = found;
  const asked = found.query !== "";
  const first = hits[0]?.id ?? entries[0]?.id ?? NEW;
  const chooseOf = (key: string): void => choose(key, found);
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
          aria-label={t("app.searchFound")}
          onAction={(key) => chooseOf(String(key))}
        >
          <FoundRows found={found} />
          {asked ? <NewRow query={found.query} /> : null}
        </ListBox>
        <PaletteFoot
          nothing={asked && answered && hits.length + entries.length === 0}
          query={found.query}
        />
      </Autocomplete>
    </div>
  );
}

function FoundRows({ found: { query, hits, visits, entries } }: { readonly found: Found }) {
  const { t } = useTranslation();
  return (
    <>
      {hits.length === 0 ? null : (
        <ListBoxSection>
          <Header className="palette-group">{t("app.searchCustomers")}</Header>
          {hits.map((hit) => (
            <HitRow key={hit.id} hit={hit} query={query} />
          ))}
        </ListBoxSection>
      )}
      {visits.length === 0 ? null : <VisitRows visits={visits} name={hits[0]?.name ?? ""} />}
      <EntryRows entries={entries} query={query} />
    </>
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
  const words = t("app.searchNew", { query });
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
      {nothing ? <span role="status">{t("app.searchNothing", { query })}</span> : null}
    </footer>
  );
}
