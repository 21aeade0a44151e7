import { useTranslation } from "react-i18next";
import type { BridgeOutput } from "../../../src-shared/bridge/contract.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { useAsked } from "../../store/use-asked.ts";
import { RadioChoices } from "../../ui/choices.tsx";
import { useFormats } from "../../ui/formats.ts";
import type { ScopeIs } from "../actions/scope-question.ts";

interface ChoiceProps {
  readonly oneAllowed: boolean;
  readonly value: ScopeIs;
  readonly onChange: (is: ScopeIs) => void;
  readonly autoFocus?: boolean;
}

interface ScopeChoicesProps extends ChoiceProps {
  readonly booking: ScheduledBooking;
}

interface ScopeOptionsProps extends ChoiceProps {
  /** Of the occurrence at hand. */
  readonly start: Instant;
  /** How often it happens; null while that isn't known. */
  readonly outline: BridgeOutput<"series.outline"> | null;
  /** Why one alone can't be meant. */
  readonly oneNot: string;
}

/** This one, this and what follows, or all of a series, with how many that are. */
export function ScopeChoices({ booking, ...choices }: ScopeChoicesProps) {
  const { t } = useTranslation();
  const originalStart = booking.occurrence?.originalStart ?? booking.start;
  const outline = useAsked("series.outline", { id: booking.id, originalStart }).value;
  return (
    <ScopeOptions
      {...choices}
      start={booking.start}
      outline={outline}
      oneNot={t("repeat.scope.oneNot")}
    />
  );
}

/** The three choices, of whatever repeats. */
export function ScopeOptions(props: ScopeOptionsProps) {
  const { start, outline, oneAllowed, value, onChange, autoFocus = false } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const count = outline?.count ?? null;
  const behind = outline === null || outline.following === null ? null : outline.following - 1;
  return (
    <RadioChoices
      label={t("repeat.scope.label")}
      labelUnseen
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      choices={[
        {
          id: "one",
          label: t("repeat.scope.one", { day: formats.dayAndMonth(formats.dateOf(start)) }),
          disabled: !oneAllowed,
          detail: oneAllowed ? undefined : props.oneNot,
        },
        {
          id: "following",
          label:
            behind === null || behind === 0
              ? t("repeat.scope.following")
              : t("repeat.scope.followingCount", { count: behind }),
        },
        {
          id: "all",
          label: count === null ? t("repeat.scope.all") : t("repeat.scope.allCount", { count }),
        },
      ]}
    />
  );
}
