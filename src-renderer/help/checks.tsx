import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Info,
  type LucideIcon,
  RefreshCw,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { HelpCheck } from "../../src-shared/bridge/contract/help.ts";
import { sayKey } from "../../src-shared/words/translator.ts";
import { runSyncFix } from "../integrations/do.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { moment } from "../words/format.ts";

const ICONS: Record<HelpCheck["result"], LucideIcon> = {
  fine: CircleCheck,
  notice: Info,
  trouble: CircleAlert,
  later: CircleDashed,
};

/** The guided list of S17: it runs when the page opens and whenever the sync's state changes. */
export function Checks() {
  const { t } = useTranslation();
  const formats = useFormats();
  const asked = useAsked("help.check", {}, ["connection.changed"]);
  const report = asked.value;
  const troubles = report?.checks.filter(({ result }) => result === "trouble").length ?? 0;
  return (
    <section aria-labelledby="help-checks">
      <header className="row help-checks-head">
        <div className="grow">
          <h1 className="page-title" id="help-checks">
            {report === null ? t("help.title") : titleOf(troubles)}
          </h1>
          <p className="sub" role="status">
            {report === null
              ? t("help.checks.running")
              : t("help.checks.at", { time: formats.time(report.at) })}
          </p>
        </div>
        <Button icon={RefreshCw} onPress={asked.again}>
          {t("help.checks.again")}
        </Button>
      </header>
      <LoadFailed of={asked} />
      <ul className="help-checks" aria-label={t("help.checks.title")}>
        {report?.checks.map((check) => (
          <Check key={check.id} check={check} again={asked.again} />
        ))}
      </ul>
    </section>
  );

  function titleOf(count: number): string {
    return count === 0 ? t("help.checks.allFine") : t("help.checks.needs", { count });
  }
}

interface CheckProps {
  readonly check: HelpCheck;
  readonly again: () => void;
}

function Check({ check: { id, result, says, values, fix }, again }: CheckProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const at = values["at"];
  const written = typeof at === "string" ? { ...values, at: moment(at, formats) } : values;
  const mend = async (what: NonNullable<HelpCheck["fix"]>): Promise<void> => {
    await runSyncFix(what);
    again();
  };
  return (
    <li className={`is-${result}`}>
      <Icon of={ICONS[result]} />
      <span>
        <b className={result === "trouble" ? "name" : undefined}>{t(`help.check.${id}.title`)}</b>
        <small>{sayKey(t, `help.check.${id}.${says}`, written)}</small>
        {fix === null ? null : (
          <Button
            size="small"
            kind={result === "trouble" ? "primary" : "plain"}
            onPress={() => void mend(fix)}
          >
            {t(`sync.fix.${fix}`)}
          </Button>
        )}
      </span>
      <span className="result">{t(`help.checks.result.${result}`)}</span>
    </li>
  );
}
