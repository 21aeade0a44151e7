import { useTranslation } from "react-i18next";
import { useCatalogue } from "../store/catalogue.ts";
import { RadioChoices } from "../ui/choices.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { saveBusiness } from "./save-business.ts";
import { Section } from "./section.tsx";

const SLOTS = { "5": 5, "10": 10, "15": 15, "30": 30 } as const;
const SLOT_IDS = ["5", "10", "15", "30"] as const;
const ID_OF = { 5: "5", 10: "10", 15: "15", 30: "30" } as const;

/** The steps that times snap to. */
export function ScheduleSection() {
  const { t } = useTranslation();
  const business = useCatalogue((s) => s.business);
  if (business === null) return null;
  return (
    <Section title={t("settings.section.schedule")} about={t("settings.schedule.about")}>
      <RadioChoices
        label={t("settings.schedule.slot")}
        value={ID_OF[business.slotMinutes]}
        onChange={(slot) =>
          void saveBusiness({ slotMinutes: SLOTS[slot] }, business.revision).catch(sayFailure)
        }
        choices={SLOT_IDS.map((id) => ({
          id,
          label: t("settings.schedule.minutes", { count: SLOTS[id] }),
        }))}
      />
      <p className="small mute settings-hint">{t("settings.schedule.slotMore")}</p>
    </Section>
  );
}
