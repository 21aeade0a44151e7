import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { followCatalogue, loadCatalogue, useCatalogue } from "../store/catalogue.ts";
import { startClock } from "../store/now.ts";
import { followSync, glanceOnFocus } from "../store/sync.ts";
import { Button } from "../ui/button.tsx";
import { Toasts } from "../ui/toast.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { LiveRegion } from "./live.tsx";
import { Shell } from "./shell.tsx";
import { useTheme } from "./theme.ts";

const FirstRun = lazy(async () => ({
  default: (await import("../first-run/first-run-screen.tsx")).FirstRunScreen,
}));

/** The window: follows the desk, and shows the shell as soon as the first answer is there. */
export function App() {
  useEffect(startClock, []);
  useEffect(followCatalogue, []);
  useEffect(followSync, []);
  useEffect(glanceOnFocus, []);
  useTheme();
  const loaded = useCatalogue((s) => s.info !== null);
  const failed = useCatalogue((s) => s.failure !== null);
  return (
    <ErrorBoundary>
      {loaded ? <Desk /> : failed ? <NoDesk /> : null}
      <Toasts />
      <LiveRegion />
    </ErrorBoundary>
  );
}

/** A business that isn't set up yet is asked for first. */
function Desk() {
  const firstRun = useCatalogue((s) => s.info?.firstRun === true);
  if (!firstRun) return <Shell />;
  return (
    <Suspense fallback={null}>
      <FirstRun />
    </Suspense>
  );
}

function NoDesk() {
  const { t } = useTranslation();
  const code = useCatalogue((s) => s.failure?.code);
  return (
    <main className="stopped">
      <h1 className="page-title">{t("app.noDesk")}</h1>
      <p className="sub">
        {code === undefined || code === "INTERNAL" ? t("app.noDeskText") : t(`errors.${code}`)}
      </p>
      <Button kind="primary" onPress={() => void loadCatalogue()}>
        {t("common.tryAgain")}
      </Button>
    </main>
  );
}
