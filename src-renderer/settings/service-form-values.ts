import { z } from "zod";
import { type Service, ServiceFields, Tint } from "../../src-shared/domain/business.ts";
import { Id } from "../../src-shared/domain/primitives.ts";
import { type Money, moneyToType, parseMoney } from "../words/money.ts";

const MIN_MINUTES = 5;
const MAX_MINUTES = 720;

export interface ServiceMessages {
  readonly duration: string;
  readonly price: string;
}

/** Reads a service as typed: minutes and price are text there. */
export function serviceSchema(currency: string, messages: ServiceMessages) {
  return z.object({
    name: ServiceFields.shape.name,
    duration: z.string().transform((typed, context) => {
      const minutes = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
      if (minutes >= MIN_MINUTES && minutes <= MAX_MINUTES) return minutes;
      context.addIssue({ code: "custom", message: messages.duration });
      return z.NEVER;
    }),
    price: z.string().transform((typed, context) => {
      const minor = parseMoney(typed === "" ? "0" : typed, currency);
      if (minor !== null && minor <= 100_000_000) return minor;
      context.addIssue({ code: "custom", message: messages.price });
      return z.NEVER;
    }),
    tint: Tint,
    online: z.boolean(),
    staffIds: z.array(Id),
  });
}

export type TypedService = z.input<ReturnType<typeof serviceSchema>>;
export type ReadService = z.output<ReturnType<typeof serviceSchema>>;

export function typedService(service: Service | null, money: Money): TypedService {
  return {
    name: service?.name ?? "",
    duration: String(service?.durationMinutes ?? 30),
    price: service === null ? "" : moneyToType(service.priceMinor, money),
    tint: service?.tint ?? "sky",
    online: service?.online ?? true,
    staffIds: [...(service?.staffIds ?? [])],
  };
}

/** What the desk keeps of a service that was read from the form; a new one goes to the end of the list. */
export function serviceFields(
  read: ReadService,
  service: Service | null,
  endOfList: number,
): ServiceFields {
  const { duration, price, ...rest } = read;
  return {
    ...rest,
    durationMinutes: duration,
    priceMinor: price,
    active: service?.active ?? true,
    position: service?.position ?? endOfList,
  };
}
