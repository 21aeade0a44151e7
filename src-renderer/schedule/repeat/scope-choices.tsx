import { useTranslation } from "react-i18next";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { useAsked } from "../../store/use-asked.ts";
import { RadioChoices } from "../../ui/choices.tsx";
import { useFormats } from "../../ui/formats.ts";
import type { ScopeIs } from "../actions/scope-question.ts";

interface ScopeChoicesProps {
  readonly booking: ScheduledBooking;
  readonly oneAllowed: boolean;
  readonly value: ScopeIs;
  readonly onChange: (is: ScopeIs) => void;
  readonly autoFocus?: boolean;
}

/** This one, this and what follows, or all of a series, with how many that are. */
export function ScopeChoices(props: ScopeChoicesProps) {
  const { booking, oneAllowed, value, onChange, autoFocus = false } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const originalStart = booking.occurrence?.originalStart ?? booking.start;
  const outline = useAsked("series.outline", { id: booking.id, originalStart }).value;
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
          label: t("repeat.scope.one", { day: formats.dayAndMonth(formats.dateOf(booking.start)) }),
          disabled: !oneAllowed,
          detail: oneAllowed ? undefined : t("repeat.scope.oneNot"),
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
