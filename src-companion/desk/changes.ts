import type {
  DeskChanges,
  RequestCustomer,
  RequestSnapshot,
  SignInMethodName,
} from "../../src-shared/companion/wire.ts";
import type { BookingRequestTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/** Events that one answer holds at most. */
export const CHANGES_PAGE = 100;

const METHOD_NAMES: Readonly<Record<string, SignInMethodName>> = {
  google: "google",
  facebook: "facebook",
  credential: "email",
};

const instant = (ms: number): string => new Date(ms).toISOString();

type Db = Store["db"];

async function customersOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RequestCustomer>> {
  if (ids.length === 0) return new Map();
  const customers = await db
    .selectFrom("customer")
    .where("id", "in", ids)
    .select(["id", "email", "first_name", "last_name"])
    .execute();
  const methods = await db
    .selectFrom("sign_in_method")
    .where("customer_id", "in", ids)
    .select(["customer_id", "provider"])
    .execute();
  return new Map(
    customers.map(({ id, email, first_name: firstName, last_name: lastName }) => {
      const names = methods
        .filter((method) => method.customer_id === id)
        .flatMap(({ provider }) => METHOD_NAMES[provider] ?? []);
      return [id, { id, email, firstName, lastName, methods: [...new Set(names)].toSorted() }];
    }),
  );
}

function snapshotOf(
  row: BookingRequestTable,
  customers: ReadonlyMap<string, RequestCustomer>,
): RequestSnapshot {
  return {
    id: row.id,
    sequence: row.sequence,
    status: row.status,
    serviceId: row.service_id,
    staffId: row.staff_id,
    anyStaff: row.any_staff === 1,
    start: instant(row.start_at),
    end: instant(row.end_at),
    notes: row.notes,
    reason: row.reason,
    customer: row.customer_id === null ? null : (customers.get(row.customer_id) ?? null),
    createdAt: instant(row.created_at),
  };
}

/** Requests of one business as they are now, by id; the business is part of the query, whatever ids are asked for. */
async function requestsOf(
  db: Db,
  businessId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RequestSnapshot>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("booking_request")
    .where("business_id", "=", businessId)
    .where("id", "in", ids)
    .selectAll()
    .execute();
  const customers = await customersOf(
    db,
    rows.flatMap(({ customer_id: id }) => id ?? []),
  );
  return new Map(rows.map((row) => [row.id, snapshotOf(row, customers)]));
}

/** What the desk has not acknowledged yet, from after a position on, each with its request as it is now. */
export async function readChanges(
  { db }: Pick<Store, "db">,
  businessId: string,
  after: number,
): Promise<DeskChanges> {
  const rows = await db
    .selectFrom("desk_event")
    .where("business_id", "=", businessId)
    .where("position", ">", after)
    .orderBy("position")
    .limit(CHANGES_PAGE + 1)
    .select(["position", "kind", "request_id"])
    .execute();
  const page = rows.slice(0, CHANGES_PAGE);
  const ids = page.flatMap(({ request_id: id }) => id ?? []);
  const requests = await requestsOf(db, businessId, [...new Set(ids)]);
  const { event_position: newest } = await db
    .selectFrom("business")
    .where("id", "=", businessId)
    .select("event_position")
    .executeTakeFirstOrThrow();
  return {
    events: page.map(({ position, kind, request_id: id }) => ({
      position,
      kind,
      request: id === null ? null : (requests.get(id) ?? null),
    })),
    more: rows.length > CHANGES_PAGE,
    newest,
  };
}

/** The desk has everything up to here in its own database. */
export async function acknowledge(
  { db }: Pick<Store, "db">,
  businessId: string,
  position: number,
): Promise<void> {
  await db
    .deleteFrom("desk_event")
    .where("business_id", "=", businessId)
    .where("position", "<=", position)
    .execute();
}
