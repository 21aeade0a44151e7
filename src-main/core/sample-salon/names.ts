function listed(names: string): readonly string[] {
  return names.split(",").map((name) => name.trim());
}

/** The customers of a big city; the accents are there to be searched without them. */
export const GIVEN_NAMES = listed(`
  Helene, Ingrid, Sofie, Beatrix, Mara, Annika, Dorothea, Pia, Gesine, Leonie,
  Ulrike, Olga, Esra, Hanna, Yasmin, Renate, Mirjam, Nour, Carla, Ida,
  Lukas, Emil, Theo, Paul, Samir, Jakob, Moritz, Magnus, Finn, Ali,
  Zoë, Chloé, Łucja, Šárka, Ágnes, Iñaki, Søren, Jürgen, Ömer, Aoife
`);

export const SURNAMES = listed(`
  Marquardt, Solberg, Dahl, Falkenberg, Vogt, Strøm, Klingenberg, Lorenzen, Albrecht, Petersen,
  Thiessen, Sokolova, Yıldız, Vik, Karimi, Ohlsen, van den Berg, El-Amin, Reimann, Amara,
  Prinz, Sörensen, Brandt-Lund, Hinrichs, Haddad, Lenz, Engel, Eide, Bauer, Rahimi,
  Dvořák, Nagy, Wójcik, O’Connor, García, Müller, Çelik, Nguyễn, Þórsdóttir, Groß
`);

export const ALERTS: readonly string[] = [
  "Allergic to PPD: no permanent colour without a patch test",
  "Sensitive scalp",
  "Latex allergy: nitrile gloves only",
  "Wheelchair: keep the place by the door free",
  "Hard of hearing: face her when you speak",
];

export const CUSTOMER_NOTES: readonly string[] = [
  "Would like to keep the length.",
  "Brings a picture.",
  "Has to leave on the hour.",
  "Comes with a child.",
  "Please no perfume.",
  "Wants to talk about going lighter.",
];

export const DESK_NOTES: readonly string[] = [
  "Formula 7.3 + 6 %, 35 min.",
  "Offer the treatment at half price.",
  "Was late twice, ring the day before.",
  "Pays by voucher.",
  "Likes the window seat.",
];
