import { useTranslation } from "react-i18next";
import type { IntegrationCard } from "../../src-shared/bridge/contract/sync.ts";
import { ServiceTile } from "./service-tile.tsx";

/** A service that is planned: named, and nothing to press. */
export function ComingCard({ id }: { readonly id: IntegrationCard["id"] }) {
  const { t } = useTranslation();
  return (
    <article className="integration coming">
      <ServiceTile of={id} />
      <div>
        <h3>{t(`integrations.names.${id}`)}</h3>
        <p>{t(`integrations.purpose.${id}`)}</p>
      </div>
      <span />
      <span />
      <span className="end mute small">{t("integrations.coming")}</span>
    </article>
  );
}
