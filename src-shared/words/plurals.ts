interface Tree {
  readonly [key: string]: string | Tree;
}

const OTHER = "_other";

/**
 * Gives every counted sentence a form for each plural category of the language. Where a translation has none of its
 * own, the one for "other" holds: Spanish has a category for whole millions, which no desk counts to.
 * @param language BCP 47
 */
export function withPlurals<T extends object>(words: T, language: string): T {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const fill = (tree: Tree): Tree =>
    Object.fromEntries(
      Object.entries(tree).flatMap(([key, value]) => {
        if (typeof value !== "string") return [[key, fill(value)]];
        if (!key.endsWith(OTHER)) return [[key, value]];
        const base = key.slice(0, -OTHER.length);
        return pluralCategories.map((category) => {
          const form = `${base}_${category}`;
          return [form, tree[form] ?? value];
        });
      }),
    );
  // Same shape with more keys; the catalogue's own type stays the one that is asked by.
  return fill(words as Tree) as T;
}
