import { config } from "zod";

// zod tries `new Function` when the first schema is made; the page's policy blocks that and reports a violation.
// Imported before everything that makes a schema.
config({ jitless: true });
