import { Accent, accentShades, type AccentShade } from "../../src-shared/domain/accent.ts";

/** Grows when the rules below change, so that no browser keeps older ones. */
const VERSION = 1;

/** The address of the rules for a business's own colour, to be kept for ever. */
export function accentPath(accent: Accent): string {
  return `/assets/accent/${accent.slice(1)}.css?v=${VERSION}`;
}

function rules({ accent, on, hover }: AccentShade): string {
  return `:root {
    --accent: ${accent};
    --on-accent: ${on};
    --accent-hover: ${hover};
    --mark: ${accent};
    --focus-color: ${accent};
  }`;
}

/**
 * What the pages of a business change in the look of the house; a contrast theme of the visitor's goes before it.
 * @param name as in the address, `2d6a4f.css`
 * @returns null if that is no colour
 */
export function accentCss(name: string): string | null {
  const read = Accent.safeParse(`#${name.replace(/\.css$/, "")}`);
  if (!name.endsWith(".css") || !read.success) return null;
  const { light, dark } = accentShades(read.data);
  return `@media (forced-colors: none) {
  ${rules(light)}
}
@media (forced-colors: none) and (prefers-color-scheme: dark) {
  ${rules(dark)}
}
`;
}
