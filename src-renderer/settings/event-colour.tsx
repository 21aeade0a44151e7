import { useTranslation } from "react-i18next";
import type { Tint } from "../../src-shared/domain/business.ts";
import { eventColourOf } from "../../src-shared/domain/event-colours.ts";

const NAMES = {
  1: "lavender",
  2: "sage",
  3: "grape",
  4: "flamingo",
  5: "banana",
  6: "tangerine",
  7: "peacock",
  8: "graphite",
  9: "blueberry",
  10: "basil",
  11: "tomato",
} as const;

/** The colour that a service has in Google, with Google's name for it. */
export function EventColour({ tint }: { readonly tint: Tint }) {
  const { t } = useTranslation();
  const name = NAMES[eventColourOf(tint)];
  return (
    <span className="event-colour">
      <i className={`google-${name}`} aria-hidden />
      {t(`settings.services.google.${name}`)}
    </span>
  );
}
