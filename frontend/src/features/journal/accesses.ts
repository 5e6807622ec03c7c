import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schema } from "../../api/client";

export type AuditLine = Schema["AuditLine"];

/** What of the log is shown, as the address holds it. */
export interface AuditFilters {
  show?: string;
  kind?: string;
  who?: string;
  thing?: string;
  from?: string;
  to?: string;
}

export const AUDIT_FILTERS = ["show", "kind", "who", "thing", "from", "to"] as const;

/** Whose it is to look up who looked: the server refuses everybody else (decision 43). */
export const AUDITORS = new Set<string | null>(["owner", "coordinator", "safeguarding_lead"]);

/** Who came, who looked and who was refused, by the kind of it. */
export const ACCESSES: Record<string, MessageDescriptor> = {
  signed_in: msg`Signed in`,
  sign_in_failed: msg`Tried to sign in, and could not`,
  signed_out: msg`Signed out`,
  sign_in_ended: msg`Signed out on another device`,
  refused: msg`Was refused`,
  own_data: msg`Downloaded what is kept about themselves`,
  people: msg`Read a list of interpreters with their numbers`,
  person: msg`Read what is held about an interpreter`,
  told: msg`Read what they noted by phone`,
  contact: msg`Read the contact of a session`,
  sheet: msg`Read the sheet of a day`,
  pairings: msg`Read their own “not this pairing”`,
  export: msg`Downloaded a spreadsheet`,
  audit: msg`Read who looked`,
};

const LOOKED = msg`Looked`;

export function accessWords(kind: string): MessageDescriptor {
  return ACCESSES[kind] ?? LOOKED;
}

const METHODS: Record<string, MessageDescriptor> = {
  GET: msg`to read`,
  POST: msg`to do`,
  PUT: msg`to write`,
  PATCH: msg`to write`,
  DELETE: msg`to delete`,
};

/** What somebody was refused, such as "POST sessions/<uuid:pk>/cancel": what it was they wanted, and its address. */
export function refusedWords(act: string): { wanted: MessageDescriptor | undefined; address: string } {
  const [method = "", address = ""] = act.split(" ");
  return { wanted: METHODS[method], address: address.replaceAll(/<\w+:\w+>/g, "…") };
}
