import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";
import { Fact } from "../integrations/fact.tsx";
import { useNow } from "../store/now.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { useFormats } from "../ui/formats.ts";
import { ago, moment, useConventions } from "../words/format.ts";

interface FactsProps {
  readonly status: CompanionStatus;
  readonly pairing: Extract<CompanionStatus["pairing"], { is: "paired" }>;
  readonly onEnd: () => void;
}

/** Where customers book, how the connection stands, and the end of it. */
export function PairedFacts({ status, pairing, onEnd }: FactsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { locale } = useConventions();
  const now = useNow();
  const { live, lastContactAt, pushUntil } = status;
  const { bookingUrl, url, methods, pairedAt } = pairing;
  return (
    <aside className="google-aside">
      <section>
        <h2>{t("online.page")}</h2>
        <p className="online-address">{bookingUrl}</p>
        <Button
          size="small"
          icon={Copy}
          onPress={() => void copyText(bookingUrl, t("online.copied"))}
        >
          {t("online.copyAddress")}
        </Button>
      </section>
      <section>
        <h2>{t("online.connection")}</h2>
        <dl className="google-facts">
          <Fact name={t("online.companion")}>
            <span className="google-may cut">{url.replace(/^https?:\/\//, "")}</span>
          </Fact>
          <Fact name={t("online.since")}>{formats.dayAndMonth(formats.dateOf(pairedAt))}</Fact>
          <Fact name={t("online.lastContact")}>
            {lastContactAt === null ? t("online.never") : ago(lastContactAt, locale, now)}
          </Fact>
          <Fact name={t("online.hears")}>
            {t(live ? "online.hearsLive" : "online.hearsPolled")}
          </Fact>
          <Fact name={t("online.google")}>
            {pushUntil === null
              ? t("online.googlePolled")
              : t("online.googleLive", { time: moment(pushUntil, formats) })}
          </Fact>
          <Fact name={t("online.signsIn")}>
            {methods.map((method) => t(`online.method.${method}`)).join(", ")}
          </Fact>
        </dl>
      </section>
      <section className="google-upkeep">
        <h2>{t("integrations.detail.upkeep")}</h2>
        <Button kind="danger" onPress={onEnd}>
          {t("online.end")}
        </Button>
      </section>
    </aside>
  );
}
