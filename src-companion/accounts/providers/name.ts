import { z } from "zod";
import { withoutZero } from "../../http/text.ts";

/** A part of a name as a provider hands it over. */
export const Name = z.string().max(200).transform(withoutZero);
