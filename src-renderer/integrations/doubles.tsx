import { CopyX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicateGroup } from "../../src-shared/bridge/contract/sync.ts";
import type { Instant } from "../../src-shared/domain/primitives.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { toast } from "../ui/toast.tsx";
import { type Double, doublesOf, isAllOfBookings } from "./double-list.ts";
import { DoublesDialog } from "./doubles-dialog.tsx";

const NO_GROUPS: readonly DuplicateGroup[] = [];
const NO_IDS: ReadonlySet<string> = new Set();

/** Events in the calendar that look like doubles. What was kept is not named again until the page is opened anew. */
export function Doubles({ lastCompleteAt }: { readonly lastCompleteAt: Instant }) {
  const { t } = useTranslation();
  const asked = useDuplicates(lastCompleteAt);
  const [kept, setKept] = useState(NO_IDS);
  const [unticked, setUnticked] = useState(NO_IDS);
  const [removing, setRemoving] = useState<readonly string[] | null>(null);
  const doubles = doublesOf(asked.value ?? NO_GROUPS, kept);
  if (doubles.length === 0) return <LoadFailed of={asked} />;
  const ticked = doubles.filter(({ id }) => !unticked.has(id)).map(({ id }) => id);
  const count = doubles.length;
  const tick = (id: string, on: boolean): void => {
    const others = [...unticked].filter((other) => other !== id);
    setUnticked(new Set(on ? others : [...others, id]));
  };
  const keepAll = (): void => {
    setKept(new Set([...kept, ...doubles.map(({ id }) => id)]));
    toast({ text: t("integrations.doubles.kept") });
  };
  return (
    <section className="needs doubles" aria-labelledby="doubles-title">
      <div className="needs-head">
        <Icon of={CopyX} />
        <span className="grow">
          <h2 id="doubles-title">
            {isAllOfBookings(doubles)
              ? t("integrations.doubles.titleBookings", { count })
              : t("integrations.doubles.title", { count })}
          </h2>{" "}
          <span className="sub">{t("integrations.doubles.notOurs")}</span>
        </span>
        <Button size="small" onPress={keepAll}>
          {t("integrations.doubles.keepAll")}
        </Button>
        <Button size="small" isDisabled={ticked.length === 0} onPress={() => setRemoving(ticked)}>
          {ticked.length === 0
            ? t("integrations.doubles.removeNone")
            : t("integrations.doubles.remove", { count: ticked.length })}
        </Button>
      </div>
      <ul>
        {doubles.map((double) => (
          <Row
            key={double.id}
            double={double}
            isTicked={!unticked.has(double.id)}
            onTick={(on) => tick(double.id, on)}
          />
        ))}
      </ul>
      {removing === null ? null : (
        <DoublesDialog
          eventIds={removing}
          hasSeries={doubles.some(({ id, repeats }) => repeats && removing.includes(id))}
          onClose={() => {
            setRemoving(null);
            asked.again();
          }}
        />
      )}
    </section>
  );
}

/** Looks for doubles when the page opens and after each complete look at the calendar: what they are can only change then. */
function useDuplicates(lastCompleteAt: Instant) {
  const asked = useAsked("sync.duplicates", {});
  const seen = useRef(lastCompleteAt);
  useEffect(() => {
    if (seen.current === lastCompleteAt) return;
    seen.current = lastCompleteAt;
    asked.again();
  });
  return asked;
}

interface RowProps {
  readonly double: Double;
  readonly isTicked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function Row({ double, isTicked, onTick }: RowProps) {
  const { kind, of, title, start, end, repeats } = double;
  const { t } = useTranslation();
  const formats = useFormats();
  const shown = title === "" ? t("integrations.doubles.untitled") : title;
  const name = of === "" ? t("integrations.doubles.unnamed") : of;
  const day = formats.weekdayAndDay(formats.dateOf(start));
  const when = `${day}, ${formats.timeRange(start, end)}`;
  return (
    <li>
      <Checkbox isSelected={isTicked} onChange={onTick}>
        <span className="double">
          <span className="cut">
            <b className="name">{title === null ? t("schedule.busy") : shown}</b>{" "}
            <span className="mute">{t(`integrations.doubles.kind.${kind}`, { name })}</span>
          </span>{" "}
          <span className="sub">
            {repeats ? t("integrations.doubles.repeats", { when }) : when}
          </span>
        </span>
      </Checkbox>
    </li>
  );
}
