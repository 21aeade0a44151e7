import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Service } from "../../src-shared/domain/business.ts";
import { announce } from "../app/live.tsx";
import { useCatalogue } from "../store/catalogue.ts";
import { Switch } from "../ui/choices.tsx";
import { useFormats } from "../ui/formats.ts";
import { joinClass } from "../ui/join-class.ts";
import { PopOver } from "../ui/popover.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { inMinutes, useConventions } from "../words/format.ts";
import { EventColour } from "./event-colour.tsx";
import { Grip } from "../ui/grip.tsx";
import { moveTo } from "../ui/reorder.ts";
import { RowMenu } from "./row-menu.tsx";
import { changeService, setServiceActive } from "./save-catalogue.ts";
import { TintChoice } from "./tint-choice.tsx";
import { type Reorder, useReorder } from "../ui/use-reorder.ts";

interface ServiceTableProps {
  readonly services: readonly Service[];
  /** Id of the service in the form. */
  readonly editing: string | null;
  readonly onEdit: (service: Service) => void;
  readonly onReorder: (services: readonly Service[]) => void;
}

/** The services in their order. */
export function ServiceTable({ services, editing, onEdit, onReorder }: ServiceTableProps) {
  const { t } = useTranslation();
  const reorder = useReorder(services, (ordered, to) => {
    announce(t("settings.services.moved", { name: ordered[to]?.name ?? "", place: to + 1 }));
    onReorder(ordered);
  });
  return (
    <table className="services">
      <thead>
        <tr>
          <th className="c-grip">
            <span className="unseen">{t("settings.services.order")}</span>
          </th>
          <th className="c-service">{t("settings.services.service")}</th>
          <th className="c-lasts num">{t("settings.services.lasts")}</th>
          <th className="c-price num">{t("settings.services.price")}</th>
          <th className="c-who">{t("settings.services.who")}</th>
          <th className="c-google">{t("settings.services.inGoogle")}</th>
          <th className="c-online">{t("settings.services.online")}</th>
          <th className="c-more">
            <span className="unseen">{t("settings.services.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {services.map((service, index) => (
          <Row
            key={service.id}
            service={service}
            services={services}
            index={index}
            reorder={reorder}
            isEdited={service.id === editing}
            onEdit={() => onEdit(service)}
            onMove={(by) => onReorder(moveTo(services, index, index + by))}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly service: Service;
  readonly services: readonly Service[];
  readonly index: number;
  readonly reorder: Reorder;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

function Row({ service, services, index, reorder, isEdited, onEdit, onMove }: RowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { locale } = useConventions();
  const { name, durationMinutes, priceMinor, tint, online } = service;
  const shift = reorder.shiftOf(index);
  return (
    <tr
      className={joinClass(isEdited && "edited", reorder.pulled === index && "pulled")}
      style={shift === 0 ? {} : { transform: `translateY(${shift * 100}%)` }}
    >
      <td className="c-grip">
        <Grip label={t("settings.services.move", { name })} index={index} reorder={reorder} />
      </td>
      <td>
        <TintButton service={service} services={services} />
      </td>
      <td className="num">{inMinutes(durationMinutes, locale)}</td>
      <td className="num">
        {priceMinor === 0 ? t("settings.services.free") : formats.money(priceMinor)}
      </td>
      <td className="c-who sub cut">{useWho(service)}</td>
      <td className="c-google">
        <EventColour tint={tint} />
      </td>
      <td>
        <Switch
          labelUnseen
          isSelected={online}
          onChange={(on) => void changeService(service, { online: on }).catch(sayFailure)}
        >
          {t("settings.services.onlineNamed", { name })}
        </Switch>
      </td>
      <td>
        <RowMenu
          name={name}
          isFirst={index === 0}
          isLast={index === services.length - 1}
          onEdit={onEdit}
          onMove={onMove}
          setActive={(active) => setServiceActive(service.id, active)}
        />
      </td>
    </tr>
  );
}

/** First names of who does it, or “everyone”. */
function useWho({ staffIds }: Service): string {
  const { t } = useTranslation();
  const staff = useCatalogue((s) => s.staff);
  if (staffIds.length === 0) return t("settings.services.everyone");
  return staff
    .filter(({ id, active }) => active && staffIds.includes(id))
    .map(({ name }) => name.split(" ")[0] ?? name)
    .join(", ");
}

function TintButton({ service, services }: Pick<RowProps, "service" | "services">) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { id, name, tint } = service;
  return (
    <>
      <button
        type="button"
        ref={button}
        className={`service-chip t-${tint}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="cut">{name}</span>
        <span className="unseen">
          {t("settings.services.chooseColour", { tint: t(`common.tints.${tint}`) })}
        </span>
      </button>
      <PopOver
        label={t("settings.services.colourOf", { name })}
        isOpen={open}
        onClose={() => setOpen(false)}
        triggerRef={button}
        width={344}
      >
        <TintChoice
          title={t("settings.services.colourOf", { name })}
          value={tint}
          onChange={(chosen) => void changeService(service, { tint: chosen }).catch(sayFailure)}
          others={services.filter((other) => other.id !== id)}
        />
      </PopOver>
    </>
  );
}
