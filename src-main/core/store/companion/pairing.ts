import { z } from "zod";
import { SignInMethodName } from "../../../../src-shared/companion/wire.ts";
import type { Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";
import { readJson } from "../json.ts";

/** What the two publications have in common: their number, and the digest of what the companion has. */
export interface Published {
  readonly version: number;
  /** Empty until the companion has one. */
  readonly digest: string;
}

export interface Pairing {
  readonly url: string;
  readonly state: "waiting" | "paired";
  readonly code: string;
  readonly confirmUrl: string;
  readonly expiresAt: Instant;
  readonly bookingUrl: string;
  readonly methods: readonly SignInMethodName[];
  readonly pairedAt: Instant | null;
  readonly position: number;
  readonly profile: Published;
  readonly busy: Published;
}

interface Row {
  readonly url: string;
  readonly state: "waiting" | "paired";
  readonly code: string;
  readonly confirmUrl: string;
  readonly expiresAt: string;
  readonly bookingUrl: string;
  readonly methods: string;
  readonly pairedAt: string | null;
  readonly position: number;
  readonly profileVersion: number;
  readonly profileDigest: string;
  readonly busyVersion: number;
  readonly busyDigest: string;
}

const Methods = z.array(SignInMethodName);

function toPairing(row: Row): Pairing {
  const { profileVersion, profileDigest, busyVersion, busyDigest, methods, ...rest } = row;
  return {
    ...rest,
    methods: readJson(Methods, methods, "sign-in methods"),
    profile: { version: profileVersion, digest: profileDigest },
    busy: { version: busyVersion, digest: busyDigest },
  };
}

/** The one companion of this desk. */
export function createPairingStore(db: Database) {
  const find = db.statement<Row>(
    "companion.find",
    `SELECT url, state, code, confirm_url AS confirmUrl, expires_at AS expiresAt, booking_url AS bookingUrl, methods,
            paired_at AS pairedAt, position, profile_version AS profileVersion, profile_digest AS profileDigest,
            busy_version AS busyVersion, busy_digest AS busyDigest
     FROM companion`,
  );
  const put = db.statement(
    "companion.put",
    `INSERT INTO companion VALUES (1, :url, :state, :code, :confirmUrl, :expiresAt, :bookingUrl, :methods, :pairedAt,
       :position, :profileVersion, :profileDigest, :busyVersion, :busyDigest)
     ON CONFLICT (only_one) DO UPDATE SET
       url = excluded.url, state = excluded.state, code = excluded.code, confirm_url = excluded.confirm_url,
       expires_at = excluded.expires_at, booking_url = excluded.booking_url, methods = excluded.methods,
       paired_at = excluded.paired_at, position = excluded.position, profile_version = excluded.profile_version,
       profile_digest = excluded.profile_digest, busy_version = excluded.busy_version,
       busy_digest = excluded.busy_digest`,
  );
  const setPosition = db.statement(
    "companion.setPosition",
    "UPDATE companion SET position = :position",
  );
  const drop = db.statement("companion.drop", "DELETE FROM companion");
  return {
    find(): Pairing | undefined {
      const row = find.get();
      return row === undefined ? undefined : toPairing(row);
    },
    put({ profile, busy, methods, ...rest }: Pairing): void {
      put.run({
        ...rest,
        methods: JSON.stringify(methods),
        profileVersion: profile.version,
        profileDigest: profile.digest,
        busyVersion: busy.version,
        busyDigest: busy.digest,
      });
    },
    setPosition(position: number): void {
      setPosition.run({ position });
    },
    drop(): void {
      drop.run();
    },
  };
}
export type PairingStore = ReturnType<typeof createPairingStore>;
