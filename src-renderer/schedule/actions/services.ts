import { useCatalogue } from "../../store/catalogue.ts";

/** Active services, in the order of Settings. */
export function activeServices() {
  return useCatalogue.getState().services.filter((service) => service.active);
}
