import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { timesInText } from "./times-in-text.ts";

/** Enough to recognise what happened, and no more to read before the answer. */
const FIRST = 3;

/** What the guard's question is about: a few of the `count` times or bookings, the nearest first. */
export function GuardExamples({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const known = useAsked("sync.guarded", {}, ["sync.changed"]).value ?? [];
  const shown = all ? known : known.slice(0, FIRST);
  const more = count - shown.length;
  if (shown.length === 0) return null;
  return (
    <>
      <ul className="guard-examples" aria-label={t("integrations.guard.examples")}>
        {shown.map((text, at) => (
          // Two of them may read the same, and the list never changes its order.
          <li key={at}>{timesInText(text, formats)}</li>
        ))}
      </ul>
      {more > 0 ? (
        <div className="row guard-more">
          <span className="mute small grow">{t("integrations.guard.more", { count: more })}</span>
          {known.length > shown.length ? (
            <Button size="small" kind="quiet" onPress={() => setAll(true)}>
              {t("integrations.guard.showMore")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
