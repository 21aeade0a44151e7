import { describeProof, numbered } from "./proof.ts";

/** What the requirements say of customers (C1 to C13) and of tokens and scopes (Q1, Q2). */
describeProof("companion-proof.md", [...numbered("C", 13), "Q1", "Q2"]);
