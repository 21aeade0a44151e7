/** Where an owner confirms the desk of the business. */
export const pair = {
  title: "Pair your front desk",
  lead: "Bellhop at your front desk shows a code, in Integrations under “Online booking”. Type it here.",
  code: "Code from the desk",
  codeHint: "Eight letters and digits. Only type a code that you read off your own desk.",
  next: "Next",
  unknown:
    "No desk is waiting with this code. Codes are good for ten minutes; the desk shows a new one.",
  confirmTitle: "Pair “{{businessName}}”?",
  confirmLead: "Only go on if this is your business and its desk stands before you.",
  meansPublish:
    "The desk will publish its services, its staff’s names and its hours, and which times are taken, without saying by whom.",
  meansOwner:
    "{{email}} becomes the owner: only this account can pair another desk with the business.",
  meansOther: "If another desk is paired with this business, this one takes its place.",
  confirm: "Pair this desk",
  otherCode: "Type another code",
  doneTitle: "The desk is paired",
  doneText: "It learns of this by itself within seconds. Your customers book here:",
  foreignTitle: "This business belongs to another account",
  foreignText: "Sign in with the account that paired its first desk, and type the code again.",
} as const;
