/** Words around every page of the companion. */
export const page = {
  back: "Back",
  skip: "Skip to the content",
  languages: "Language",
  byBellhop: "Bookings by Bellhop.",
  usesBellhop: "{{businessName}} uses Bellhop for bookings.",
  privacy: "Privacy",
} as const;
