import { useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import type { SetUpDraft } from "../../src-shared/bridge/contract/set-up.ts";
import type { Business } from "../../src-shared/domain/business.ts";
import { call } from "../bridge.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useLocaleOf } from "../words/locale.ts";
import { createDraftKeeper } from "./keep-draft.ts";
import { firstDraft } from "./set-up-draft.ts";
import { SetUpForm } from "./set-up-form.tsx";
import { SetUpSteps } from "./set-up-steps.tsx";
import "../settings/settings.css";
import "../ui/form.css";
import "./first-run.css";

const keep = createDraftKeeper((draft) => call("setUp.keep", { draft }));

/** The first run: three steps to an open schedule. What was typed before the window was closed is there again. */
export function FirstRunScreen() {
  const business = useCatalogue((s) => s.business);
  const [kept, setKept] = useState<SetUpDraft | null>();
  useEffect(() => {
    call("setUp.draft", {}).then(setKept, () => setKept(null));
  }, []);
  if (business === null || kept === undefined) return <main className="first-run" />;
  return <FirstRun business={business} begin={kept ?? firstDraft(business, navigator.language)} />;
}

interface FirstRunProps {
  readonly business: Business;
  readonly begin: SetUpDraft;
}

function FirstRun({ business, begin }: FirstRunProps) {
  const [draft, setDraft] = useState(begin);
  const localeOf = useLocaleOf();
  const change = (changes: Partial<SetUpDraft>): void => {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    keep(changed);
  };
  return (
    <I18nProvider locale={localeOf(draft.locale)}>
      <div className="first-run">
        <SetUpSteps step={draft.step} />
        <SetUpForm key={draft.step} draft={draft} revision={business.revision} onChange={change} />
      </div>
    </I18nProvider>
  );
}
