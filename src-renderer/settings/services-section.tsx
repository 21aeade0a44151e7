import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Service } from "../../src-shared/domain/business.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { ArchivedList } from "./archived-list.tsx";
import { reorderServices, setServiceActive } from "./save-catalogue.ts";
import { Section } from "./section.tsx";
import { ServiceForm } from "./service-form.tsx";
import { ServiceTable } from "./service-table.tsx";

/** What customers can book: order, colour, length, price and who does it. */
export function ServicesSection() {
  const { t } = useTranslation();
  const services = useCatalogue((s) => s.services);
  /** The id of the service in the form, `new`, or null for no form. */
  const [open, setOpen] = useState<string | null>(null);
  const active = services.filter((service) => service.active);
  const archived = services.filter((service) => !service.active);
  const edited = services.find((service) => service.id === open) ?? null;
  return (
    <Section
      title={t("settings.section.services")}
      about={t("settings.services.about")}
      action={
        <Button icon={Plus} onPress={() => setOpen("new")}>
          {t("settings.services.add")}
        </Button>
      }
      {...(open === null
        ? {}
        : {
            aside: (
              <ServiceForm
                key={open}
                service={edited}
                services={services}
                onClose={() => setOpen(null)}
              />
            ),
          })}
    >
      {active.length === 0 ? (
        <p className="sub">{t("settings.services.empty")}</p>
      ) : (
        <ServiceTable
          services={active}
          editing={open}
          onEdit={(service) => setOpen(service.id)}
          onReorder={(ordered) => void reorderServices(ordered, archived).catch(sayFailure)}
        />
      )}
      <ArchivedList<Service>
        rows={archived}
        title={t("settings.services.archived", { count: archived.length })}
        about={t("settings.services.archivedMore")}
        onRestore={({ id }) => void setServiceActive(id, true).catch(sayFailure)}
      />
    </Section>
  );
}
