import type { CustomerFields } from "./customer.ts";

/** The fields of which only one can stay. */
export const SINGLE_FIELDS = ["name", "phone", "email"] as const;
export type SingleField = (typeof SINGLE_FIELDS)[number];

/** Texts of both, each once. */
function joined(kept: string, other: string, between: string): string {
  if (other.trim() === "" || kept.includes(other.trim())) return kept;
  return kept.trim() === "" ? other : `${kept}${between}${other}`;
}

/** Fields that both cards have and that differ: a person says which stays. */
export function toChoose(kept: CustomerFields, other: CustomerFields): readonly SingleField[] {
  return SINGLE_FIELDS.filter(
    (field) => kept[field] !== "" && other[field] !== "" && kept[field] !== other[field],
  );
}

/** The card that two become: what one lacks comes from the other, alert and notes of both are kept. */
export function mergedFields(kept: CustomerFields, other: CustomerFields): CustomerFields {
  return {
    name: kept.name,
    phone: kept.phone === "" ? other.phone : kept.phone,
    email: kept.email === "" ? other.email : kept.email,
    alert: joined(kept.alert, other.alert, "; "),
    notes: joined(kept.notes, other.notes, "\n"),
  };
}
