import { describeProof, numbered } from "./proof.ts";

/** What must exist, how it is proved, bad input, and the rows of the requirements. */
describeProof("shell-proof.md", [
  ...numbered("M", 24),
  ...numbered("P", 8),
  ...numbered("B", 8),
  ...numbered("S", 9, 13),
  "D9",
  "D12",
  "Q1",
  "Q2",
  "Q5",
]);
