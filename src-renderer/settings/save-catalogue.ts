import type {
  Service,
  ServiceFields,
  Staff,
  StaffFields,
} from "../../src-shared/domain/business.ts";
import { call } from "../bridge.ts";
import { useCatalogue } from "../store/catalogue.ts";

function byPosition<T extends { readonly position: number }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => a.position - b.position);
}

/** The list with the row in place of its older self, or added to it. */
function withRow<T extends { readonly id: string; readonly position: number }>(
  rows: readonly T[],
  row: T,
): readonly T[] {
  return byPosition([...rows.filter((other) => other.id !== row.id), row]);
}

/**
 * Saves a service over the revision that was seen and shows it at once; null for both makes a new one.
 * @throws BridgeFailure
 */
export async function saveService(
  id: string | null,
  seen: number | null,
  fields: ServiceFields,
): Promise<Service> {
  const existing = id === null || seen === null ? null : { id, revision: seen };
  const service = await call("service.save", { existing, fields });
  useCatalogue.setState(({ services }) => ({ services: withRow(services, service) }));
  return service;
}

/** Changes some fields of a service as it stands. */
export async function changeService(
  service: Service,
  changes: Partial<ServiceFields>,
): Promise<Service> {
  const { id, revision, ...fields } = service;
  return saveService(id, revision, { ...fields, ...changes });
}

/** As {@link saveService}, for somebody who works here. */
export async function saveStaff(
  id: string | null,
  seen: number | null,
  fields: StaffFields,
): Promise<Staff> {
  const existing = id === null || seen === null ? null : { id, revision: seen };
  const member = await call("staff.save", { existing, fields });
  useCatalogue.setState(({ staff }) => ({ staff: withRow(staff, member) }));
  return member;
}

export async function changeStaff(member: Staff, changes: Partial<StaffFields>): Promise<Staff> {
  const { id, revision, ...fields } = member;
  return saveStaff(id, revision, { ...fields, ...changes });
}

/** Keeps the order of the services; the list on the screen follows at once. Archived ones stay at the end. */
export async function reorderServices(
  active: readonly Service[],
  archived: readonly Service[],
): Promise<void> {
  const services = [...active, ...archived];
  useCatalogue.setState({ services });
  useCatalogue.setState({
    services: await call("service.reorder", { ids: services.map(({ id }) => id) }),
  });
}

export async function reorderStaff(
  active: readonly Staff[],
  archived: readonly Staff[],
): Promise<void> {
  const staff = [...active, ...archived];
  useCatalogue.setState({ staff });
  useCatalogue.setState({ staff: await call("staff.reorder", { ids: staff.map(({ id }) => id) }) });
}

/**
 * Archives a service or brings it back, whatever became of it meanwhile.
 * @throws BridgeFailure
 */
export async function setServiceActive(id: string, active: boolean): Promise<void> {
  const service = useCatalogue.getState().services.find((row) => row.id === id);
  if (service !== undefined) await changeService(service, { active });
}

/** As {@link setServiceActive}, for somebody who works here. */
export async function setStaffActive(id: string, active: boolean): Promise<void> {
  const member = useCatalogue.getState().staff.find((row) => row.id === id);
  if (member !== undefined) await changeStaff(member, { active });
}
