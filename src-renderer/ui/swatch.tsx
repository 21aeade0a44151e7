import type { Tint } from "../../src-shared/domain/business.ts";

/** The colour of a service; its name stands beside it. */
export function Swatch({ tint }: { readonly tint: Tint }) {
  return <i className={`swatch t-${tint}`} aria-hidden />;
}
