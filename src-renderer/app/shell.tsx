import { lazy, Suspense, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { type Screen, useWindow } from "../store/window.ts";
import { useLocale } from "../words/locale.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { PracticeLine } from "./practice-line.tsx";
import { SCREEN_VIEWS } from "./screens.ts";
import { TitleBar } from "./title-bar.tsx";
import { useCommands } from "./use-commands.ts";
import { useKeys } from "./use-keys.ts";
import { useLinks } from "./use-links.ts";
import { useNotices } from "./use-notices.ts";
import "./shell.css";

const SearchPalette = lazy(async () => ({
  default: (await import("./search-palette.tsx")).SearchPalette,
}));
const KeySheet = lazy(async () => ({ default: (await import("./key-sheet.tsx")).KeySheet }));

/** Title bar above, one screen below. */
export function Shell() {
  useKeys();
  useLinks();
  useNotices();
  useCommands();
  const screen = useWindow((s) => s.screen);
  const locale = useLocale();
  return (
    <I18nProvider locale={locale}>
      <div className="win">
        <TitleBar />
        <PracticeLine />
        <ErrorBoundary key={screen}>
          <Suspense fallback={<main className="page" />}>
            <ScreenView screen={screen} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <OnTop />
    </I18nProvider>
  );
}

/**
 * What lies over any screen. The search waits there closed from the start: whoever presses its key types on at once,
 * and what is typed while it is still being put into the page would be lost.
 */
function OnTop() {
  const keys = useOnce(useWindow((s) => s.keysOpen));
  return (
    <>
      <Suspense fallback={null}>
        <SearchPalette />
      </Suspense>
      <Suspense fallback={null}>{keys ? <KeySheet /> : null}</Suspense>
    </>
  );
}

/** True from the first time on that it was true. */
function useOnce(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}

function ScreenView({ screen }: { readonly screen: Screen }) {
  const View = SCREEN_VIEWS[screen];
  return <View />;
}
