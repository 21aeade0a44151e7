import { confirmPairing } from "../../../src-companion/desk/pairing.ts";
import {
  CODE_ALPHABET,
  CODE_LENGTH,
  type PublicProfile,
} from "../../../src-shared/companion/wire.ts";
import { seedCustomer, seedRequestOf } from "../../fixtures/companion/customers.ts";
import { PROFILE, SERVICE, STAFF } from "../../fixtures/companion/profile.ts";
import { workingHour } from "../../fixtures/companion/paired-salon.ts";
import type { CompanionSite } from "./companion.ts";

const BUSINESS = "0198c0de-0000-7000-8000-0000000000c1";
const KEY = "k".repeat(43);
const CODE = CODE_ALPHABET.slice(0, CODE_LENGTH);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Words as long as customers may have to read, sixty characters each. */
const LONG = {
  name: "Haarschneidewerkstatt Brandenburg-Schönhausen & Töchter GbR",
  service: "Ganzkörperentspannungsbehandlung mit Aromaölmassage, 90 Min.",
  staff: "Maximiliane-Theodora von und zu Hohenschönhausen-Lichtenberg",
};

const id = (last: string): string => `0198c0de-0000-7000-8000-0000000000${last}`;

const SHOWN: PublicProfile = {
  ...PROFILE,
  name: LONG.name,
  address: "Bürgermeister-Müller-Straße 112, Hinterhaus links, 10115 Berlin",
  accent: "#2d6a4f",
  services: [
    {
      ...PROFILE.services[0],
      id: SERVICE,
      name: "Cut & finish",
      durationMinutes: 45,
      tint: "sky",
      priceMinor: 5_400,
      staffIds: [],
    },
    {
      id: id("d1"),
      name: LONG.service,
      durationMinutes: 90,
      tint: "plum",
      priceMinor: 14_850,
      staffIds: [],
    },
    {
      id: id("d2"),
      name: "Kopfhautverträglichkeitsprüfung",
      durationMinutes: 15,
      tint: "moss",
      priceMinor: 0,
      staffIds: [STAFF],
    },
  ],
  staff: [
    { id: STAFF, name: LONG.staff, hours: null },
    { id: id("e1"), name: "Anna", hours: null },
    { id: id("e2"), name: "Yağmur Çelik-Großmann", hours: null },
  ],
};

/** The desk's end, by hand. */
async function call(url: string, method: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/api/desk/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

export interface ShownBusiness {
  /** Where customers book, without the origin. */
  readonly path: string;
  readonly service: string;
  /** Publishes once more with something else. */
  publish(changes: Partial<PublicProfile>): Promise<void>;
  /** A request of `email`, as it would stand after this; resolves with its id. */
  request(
    email: string,
    is: "waiting" | "confirmed" | "declined" | "cancelled" | "late",
  ): Promise<string>;
}

/** A business whose every name is as long as it may be, with times taken here and there. */
export async function showBusiness(
  { url, opened }: Pick<CompanionSite, "url" | "opened">,
  now = Date.now(),
): Promise<ShownBusiness> {
  const { companion } = opened;
  await call(url, "PUT", "/pairing", { code: CODE, businessId: BUSINESS, businessName: LONG.name });
  const paired = await confirmPairing(
    companion,
    CODE,
    await seedCustomer(companion, "owner@mail.example"),
  );
  if (paired.is !== "paired") throw new Error(`The pairing is ${paired.is}.`);
  let version = 0;
  const publish = (changes: Partial<PublicProfile>): Promise<void> => {
    version += 1;
    return call(url, "PUT", "/profile", { version, profile: { ...SHOWN, ...changes } });
  };
  await publish({});
  const at = (ms: number): string => new Date(ms).toISOString();
  const taken = [9, 11, 14].map((hour, i) => ({
    staffId: null,
    start: at(workingHour(hour, 1 + i, now)),
    end: at(workingHour(hour, 1 + i, now) + 2 * HOUR_MS),
  }));
  await call(url, "PUT", "/busy", {
    version: 1,
    from: at(now - DAY_MS),
    until: at(now + 42 * DAY_MS),
    intervals: taken,
  });
  let asked = 0;
  return {
    path: `/b/${paired.slug}`,
    service: SERVICE,
    publish,
    async request(email, is) {
      asked += 1;
      const start = workingHour(9 + asked, 4);
      const wish = {
        businessId: BUSINESS,
        serviceId: SERVICE,
        staffId: STAFF,
        start,
        end: start + HOUR_MS,
      };
      const requestId = await seedRequestOf(companion, { ...wish, email });
      await companion.store.db
        .updateTable("booking_request")
        .set({
          service_name: LONG.service,
          staff_name: LONG.staff,
          status: is === "late" ? "confirmed" : is,
          ...(is === "late" ? { cutoff_at: Date.now() - HOUR_MS } : {}),
        })
        .where("id", "=", requestId)
        .execute();
      return requestId;
    },
  };
}
