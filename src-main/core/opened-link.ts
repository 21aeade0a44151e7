import type { Handlers } from "../../src-shared/bridge/contract.ts";
import type { AppLink } from "../../src-shared/app-link.ts";

/** Where a link of ours led, until the window has gone there: it may be opened only by the link itself. */
export interface OpenedLink {
  /** A later link takes the place of one that nobody followed yet. */
  keep(link: AppLink): void;
  readonly handlers: Pick<Handlers, "app.openedLink">;
}

export function createOpenedLink(tell: () => void): OpenedLink {
  let kept: AppLink | null = null;
  return {
    keep(link) {
      kept = link;
      tell();
    },
    handlers: {
      "app.openedLink": () => {
        const link = kept;
        kept = null;
        return { link };
      },
    },
  };
}
