import type { Migration } from "../migrate.ts";
import { theCompanion } from "./0001-the-companion.ts";
import { owners } from "./0002-owners.ts";
import { holdOfRequest } from "./0003-hold-of-a-request.ts";
import { givenUpMails } from "./0004-given-up-mails.ts";
import { accent } from "./0005-accent.ts";

/** In order, never changed once released; a new table or column is a new file. */
export const MIGRATIONS: readonly Migration[] = [
  theCompanion,
  owners,
  holdOfRequest,
  givenUpMails,
  accent,
];
