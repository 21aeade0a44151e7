import type { Clock, Random } from "../ports.ts";
import type { Writing } from "../store/store.ts";

/** A mail, fully written. */
export interface Mail {
  readonly to: string;
  /** A stable dotted name for the log, such as `account.confirm`. */
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file, or null. */
  readonly calendar: string | null;
}

/** Mails go out through a table: written with what they tell, sent afterwards and as often as it takes. */
export interface Outbox {
  add(trx: Writing, mail: Mail): Promise<void>;
}

export function createOutbox(clock: Clock, random: Random): Outbox {
  return {
    add: async (trx, mail) => {
      const now = clock.now();
      await trx
        .insertInto("outbox_mail")
        .values({
          id: random.id(),
          to_address: mail.to,
          kind: mail.kind,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          calendar: mail.calendar,
          created_at: now,
          next_attempt_at: now,
          attempts: 0,
          claimed_until: 0,
          sent_at: null,
          given_up_at: null,
        })
        .execute();
    },
  };
}
