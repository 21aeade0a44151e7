import { Hand } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { useFormats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { customerLabel, placementOf } from "../actions/bookings.ts";
import { putBack, useHeld } from "./held.ts";
import "./held-strip.css";

/** Says what is held while the schedule is turned, over the foot, so that nothing under the pointer moves. */
export function HeldStrip() {
  const { t } = useTranslation();
  const formats = useFormats();
  const held = useHeld((s) => s.held);
  if (held === null) return null;
  const customer = customerLabel(held);
  const from = t("moving.from", {
    day: formats.weekdayAndDay(formats.dateOf(held.start)),
    time: formats.time(held.start),
    count: placementOf(held).durationMinutes,
  });
  return (
    <section className="held" aria-label={t("moving.label", { customer })}>
      <Icon of={Hand} size={16} />
      <span className="held-what cut">
        <b>{customer}</b> <span>{from}</span>
      </span>
      <span className="held-how cut">{t("moving.how")}</span>
      <Button size="small" keys={t("moving.escape")} onPress={putBack}>
        {t("moving.putItBack")}
      </Button>
    </section>
  );
}
