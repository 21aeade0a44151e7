/** The sections of the settings, in the order and the groups in which they are listed. */
export const SETTINGS_GROUPS = [
  { id: "business", sections: ["place", "hours", "closures", "services", "staff"] },
  {
    id: "desk",
    sections: ["schedule", "language", "appearance", "keyboard", "computer", "about"],
  },
] as const;

export type SettingsSection = (typeof SETTINGS_GROUPS)[number]["sections"][number];

export const SETTINGS_SECTIONS: readonly SettingsSection[] = SETTINGS_GROUPS.flatMap(
  ({ sections }) => sections,
);
