import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Import, Kind, RowState } from "./queries";

type Words<K extends string> = Record<K, MessageDescriptor>;

export const KINDS: Words<Kind> = {
  interpreters: msg`Interpreters`,
  partners: msg`Partners, groups and places`,
  fridays: msg`Fridays that were`,
};

export const EXPORTED: Words<Kind> = {
  interpreters: msg`Interpreters`,
  partners: msg`Partners, groups and places`,
  fridays: msg`Fridays and their sessions`,
};

/** What a file of each kind has, and what of that kind it leaves out. */
export const IN_FILE: Words<Kind> = {
  interpreters: msg`With the checks and training that were seen, and until when somebody takes a break. Without free days, limits, themes not taken and who is not paired: these are the interpreter’s own, and would tell why somebody is not available.`,
  partners: msg`With their places and the people who ask for sessions.`,
  fridays: msg`Sessions in every state, a row for each place, with the brief, who was asked and what they said, therapists, tickets, who hears of it and what is due; and days without a session, with who is deputy. Without drafts, which are their writer’s until they are sent, and the reasons the safeguarding lead recorded for an exception: these are on the sheet of the day.`,
};

/** The heading of an import, which says what is brought in. */
export const TITLES: Words<Kind> = {
  interpreters: msg`Import interpreters`,
  partners: msg`Import partners`,
  fridays: msg`Import past Fridays`,
};

export const STATUSES: Words<Import["status"]> = {
  matching: msg`Columns to be matched`,
  ready: msg`Not imported yet`,
  applied: msg`Imported`,
  undone: msg`Taken back`,
};

export const ROW_STATES: Words<RowState> = {
  new: msg`New`,
  changed: msg`Changed`,
  same: msg`Here already`,
  wrong: msg`With mistakes`,
};

/** The kinds that can be brought in and taken out, in the order a team needs them. */
export const OFFERED: readonly Kind[] = ["interpreters", "partners", "fridays"];

/** What a column can be taken for, in the words an export writes above it: `tests/e2e` holds them to each other. */
const FIELDS: Record<string, MessageDescriptor> = {
  id: msg`Passerelle id`,
  name: msg`Full name`,
  first_name: msg`First name`,
  family_name: msg`Family name`,
  phone: msg`Phone`,
  email: msg`E-mail`,
  languages: msg`Languages`,
  places: msg`Can work in`,
  pay_status: msg`Paid or volunteer`,
  gender: msg`Gender`,
  base_area: msg`Sets out from`,
  reads: msg`Reads messages in`,
  active: msg`Active`,
  credentials: msg`Checks and training seen`,
  partner: msg`Partner`,
  group: msg`Group`,
  kind: msg`Group type`,
  women_only: msg`Women-only`,
  under_18s: msg`Under 18s`,
  usual_start: msg`Usual start`,
  usual_end: msg`Usual end`,
  site: msg`Site`,
  area: msg`Area`,
  address: msg`Address`,
  country: msg`Country`,
  time_zone: msg`Time zone`,
  contact_name: msg`Contact`,
  contact_email: msg`Contact e-mail`,
  day: msg`Day`,
  starts: msg`Start`,
  ends: msg`End`,
  minutes: msg`Minutes`,
  people: msg`People expected`,
  state: msg`State`,
  language: msg`Language`,
  interpreter: msg`Interpreter`,
  "fridays.phone": msg`Interpreter’s phone`,
  interpreter_id: msg`Interpreter’s id`,
  pay: msg`Paid or volunteer`,
  outcome: msg`Came or missed`,
  pay_outcome: msg`Fee or expenses due`,
  told: msg`Who hears of it`,
  day_state: msg`State of the day`,
  deputy: msg`Deputy of the safeguarding lead`,
};

/** What a field of this kind of sheet is called; nothing where it is a newer one than this screen. */
export function fieldWords(kind: Kind, name: string): MessageDescriptor | undefined {
  return FIELDS[`${kind}.${name}`] ?? FIELDS[name];
}

/** What a sheet of each kind can say, the needed things first. What it says more is left out. */
export const KNOWN: Record<Kind, readonly string[]> = {
  interpreters: [
    "first_name",
    "family_name",
    "languages",
    "phone",
    "email",
    "places",
    "pay_status",
    "gender",
    "base_area",
    "reads",
    "active",
    "credentials",
  ],
  partners: [
    "partner",
    "group",
    "kind",
    "women_only",
    "under_18s",
    "usual_start",
    "usual_end",
    "site",
    "area",
    "address",
    "country",
    "time_zone",
    "contact_name",
    "contact_email",
    "active",
  ],
  fridays: [
    "day",
    "partner",
    "group",
    "starts",
    "ends",
    "people",
    "language",
    "interpreter",
    "phone",
    "pay",
    "outcome",
    "pay_outcome",
    "told",
    "day_state",
    "deputy",
    "time_zone",
  ],
};
