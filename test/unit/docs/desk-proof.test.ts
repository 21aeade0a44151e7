import { describeProof, numbered } from "./proof.ts";

/** What the requirements say of the desk (D1 to D13); what else is promised of it has rows of its own. */
describeProof("desk-proof.md", numbered("D", 13));
