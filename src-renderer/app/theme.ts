import { useEffect } from "react";
import { useCatalogue } from "../store/catalogue.ts";

/** Puts the chosen theme on <html>; `data-dark` says what is really shown, the system's choice followed live. */
export function useTheme(): void {
  const theme = useCatalogue((s) => s.preferences.theme);
  useEffect(() => {
    const root = document.documentElement;
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = (): void => {
      const dark = theme === "dark" || (theme === "system" && system.matches);
      root.toggleAttribute("data-dark", dark);
      if (theme === "system") root.removeAttribute("data-theme");
      else root.dataset["theme"] = theme;
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [theme]);
}
