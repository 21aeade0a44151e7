import { CircleAlert, CircleArrowUp, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type UpdateStatus, versionReady } from "../../src-shared/update-status.ts";
import { call } from "../bridge.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useUpdateStatus } from "../store/updates.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Note } from "../ui/note.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { moment } from "../words/format.ts";
import { Section } from "./section.tsx";

/** Which version runs, and the way to a newer one. */
export function AboutSection() {
  const { t } = useTranslation();
  const version = useCatalogue((s) => s.info?.version ?? "");
  const status = useUpdateStatus();
  return (
    <Section title={t("settings.section.about")} about={t("updates.about")}>
      <dl className="about-facts">
        <dt>{t("updates.version")}</dt>
        <dd>{version}</dd>
      </dl>
      <h2 className="settings-sub">{t("updates.title")}</h2>
      {status === null ? null : <Update status={status} />}
    </Section>
  );
}

function Update({ status }: { readonly status: UpdateStatus }) {
  const { t } = useTranslation();
  const says = useSays(status);
  const version = versionReady(status);
  const failed = status.is === "failed";
  const isFree = status.is === "idle" || (failed && version === null);
  return (
    <div className="about-update">
      {failed ? (
        <Note tone="attention" icon={CircleAlert} live>
          {says}
        </Note>
      ) : (
        <p role="status">{says}</p>
      )}
      {version === null ? null : <Restart />}
      {isFree ? (
        <Button icon={RefreshCw} onPress={() => void call("update.check", {}).catch(sayFailure)}>
          {t("updates.check")}
        </Button>
      ) : null}
      {status.is === "off" ? null : <p className="small sub">{t("updates.never")}</p>}
    </div>
  );
}

function Restart() {
  const { t } = useTranslation();
  return (
    <>
      <Button
        icon={CircleArrowUp}
        kind="primary"
        onPress={() => void call("update.restart", {}).catch(sayFailure)}
      >
        {t("updates.restart")}
      </Button>
      <p className="small sub">{t("updates.restartMore")}</p>
    </>
  );
}

function useSays(status: UpdateStatus): string {
  const { t } = useTranslation();
  const formats = useFormats();
  switch (status.is) {
    case "off":
      return t(`updates.off.${status.because}`);
    case "idle":
      if (status.checkedAt === null) return t("updates.neverChecked");
      return t("updates.upToDate", { time: moment(status.checkedAt, formats) });
    case "checking":
      return t("updates.checking");
    case "downloading":
      return t("updates.downloading", { version: status.version, percent: status.percent });
    case "ready":
      return t("updates.ready", { version: status.version });
    case "installing":
      return t("updates.installing", { version: status.version });
    case "failed":
      return t(`updates.failed.${status.trouble}`);
  }
}
