import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AttentionItem, Comparison } from "../../src-shared/bridge/contract/sync.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import { asFailure, type BridgeFailure } from "../bridge.ts";
import { keyOf } from "../store/booking-key.ts";
import { useAsked } from "../store/use-asked.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { ConflictNote } from "../schedule/draft/conflict-note.tsx";
import { useAvailability } from "../schedule/draft/use-availability.ts";
import { Button } from "../ui/button.tsx";
import { RadioChoices } from "../ui/choices.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { newId } from "../ui/new-id.ts";
import { Note } from "../ui/note.tsx";
import { CompareTable, useWhen } from "./compare-table.tsx";
import { decide, type Choice, theirPlace } from "./decide.ts";
import "../ui/ask-first.css";
import "./compare.css";

/** An item about one booking, with the name that it is shown under. */
export type ComparedItem = AttentionItem & { readonly name: string };

interface CompareDialogProps {
  readonly item: ComparedItem;
  readonly onClose: () => void;
}

/** Both versions of a booking beside each other, and what becomes of them. */
export function CompareDialog({ item, onClose }: CompareDialogProps) {
  const { t } = useTranslation();
  const asked = useAsked("sync.compare", { id: item.id });
  const found = asked.value;
  return (
    <Dialog isOpen title={t("compare.title", { name: item.name })} width={620} onClose={onClose}>
      <LoadFailed of={asked} />
      {found === null ? null : <WithBooking item={item} found={found} onClose={onClose} />}
    </Dialog>
  );
}

interface FoundProps extends CompareDialogProps {
  readonly found: Comparison;
}

function WithBooking(props: FoundProps) {
  const { bookingId: id, originalStart } = props.found;
  const asked = useAsked("booking.get", { id, originalStart });
  if (asked.value === null) return <LoadFailed of={asked} />;
  return <Question {...props} booking={asked.value.booking} />;
}

interface QuestionProps extends FoundProps {
  readonly booking: ScheduledBooking;
}

function Question({ item, found, booking, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice>("ours");
  const [state, setState] = useState<"asking" | "going" | BridgeFailure>("asking");
  // A second press of a decision that failed half-way must not book a second time.
  const [secondId] = useState(newId);
  const inTheWay = useInTheWay(found, booking, choice);
  const anyway = inTheWay.length > 0;
  const go = (): void => {
    setState("going");
    decide(choice, { item, found, booking, anyway, secondId }).then(onClose, (error: unknown) =>
      setState(asFailure(error)),
    );
  };
  return (
    <div className="ask-first">
      {item.kind === "parked" && item.reason !== "" ? (
        <Note tone="attention" icon={CircleAlert}>
          {t("compare.because", { reason: item.reason })}
        </Note>
      ) : null}
      <CompareTable found={found} />
      <Choices found={found} choice={choice} onChoose={setChoice} />
      <StaffConflicts booking={booking} conflicts={inTheWay} />
      {typeof state === "string" ? null : (
        <Note tone="error" icon={CircleAlert} live>
          {t(`errors.${state.code}`)}
        </Note>
      )}
      <div className="compare-foot">
        <Button size="large" onPress={onClose}>
          {t("compare.later")}
        </Button>
        <Button size="large" kind="primary" isDisabled={state === "going"} onPress={go}>
          {t(`compare.${anyway ? "anyway" : "go"}.${choice}`)}
        </Button>
      </div>
    </div>
  );
}

const NO_CONFLICTS: NonNullable<ReturnType<typeof useAvailability>>["conflicts"] = [];

/** What would be in the way at Google's time; nothing while that is not chosen. */
function useInTheWay(found: Comparison, booking: ScheduledBooking, choice: Choice) {
  const place = choice === "ours" ? null : theirPlace(found, booking);
  const ignored = choice === "both" ? null : keyOf(booking);
  return useAvailability(place, ignored)?.conflicts ?? NO_CONFLICTS;
}

interface ConflictsProps {
  readonly booking: ScheduledBooking;
  readonly conflicts: typeof NO_CONFLICTS;
}

function StaffConflicts({ booking, conflicts }: ConflictsProps) {
  const staffName = useCatalogue(
    (s) => s.staff.find(({ id }) => id === booking.staffId)?.name ?? "",
  );
  return <ConflictNote conflicts={conflicts} staffName={staffName} free={[]} />;
}

interface ChoicesProps {
  readonly found: Comparison;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** What can't be done is shown with its reason, not left out: nobody has to look for it. */
function Choices({ found, choice, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  const when = useWhen();
  const { takes, theirs, kind } = found;
  const time = theirs === null ? "" : when(theirs.time);
  const whyNot = useWhyNot(found);
  const isSeriesMove = takes === null && kind === "movedInGoogle" && theirs !== null;
  const google = isSeriesMove ? "keepGoogleSeries" : "keepGoogleMore";
  return (
    <RadioChoices
      label={t("compare.question")}
      value={choice}
      onChange={onChoose}
      autoFocus
      choices={[
        {
          id: "ours",
          label: t("compare.keepOurs"),
          detail: t("compare.keepOursMore"),
        },
        {
          id: "google",
          label: t("compare.keepGoogle"),
          detail: isSeriesMove || takes !== null ? t(`compare.${google}`, { time }) : whyNot,
          disabled: takes === null && !isSeriesMove,
        },
        {
          id: "both",
          label: t("compare.keepBoth"),
          detail: takes === null ? whyNot : t("compare.keepBothMore", { time }),
          disabled: takes === null,
        },
      ]}
    />
  );
}

function useWhyNot({ ours, theirs, differs }: Comparison): string {
  const { t } = useTranslation();
  if (ours === null) return t("compare.cancelled");
  if (theirs === null) return t("compare.notThere");
  return t(`compare.${differs.includes("time") ? "noTime" : "same"}`);
}
