import { Suspense } from "react";
import { I18nProvider } from "react-aria-components";
import { useCatalogue } from "../store/catalogue.ts";
import { type Screen, useWindow } from "../store/window.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { SCREEN_VIEWS } from "./screens.ts";
import { SearchPalette } from "./search-palette.tsx";
import { TitleBar } from "./title-bar.tsx";
import { useKeys } from "./use-keys.ts";
import "./shell.css";

/** Title bar above, one screen below. */
export function Shell() {
  useKeys();
  const screen = useWindow((s) => s.screen);
  const locale = useCatalogue((s) => s.business?.locale ?? "en-GB");
  return (
    <I18nProvider locale={locale}>
      <div className="win">
        <TitleBar />
        <ErrorBoundary key={screen}>
          <Suspense fallback={<main className="page" />}>
            <ScreenView screen={screen} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <SearchPalette />
      <KeySheet />
    </I18nProvider>
  );
}

function ScreenView({ screen }: { readonly screen: Screen }) {
  const View = SCREEN_VIEWS[screen];
  return <View />;
}
