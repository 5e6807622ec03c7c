import type { Schema } from "../../../api/client";
import { isSecond, later, minutesBetween, moment, moments, wallOf } from "../../../lib/time/wall";
import { type Ask, type Draft, EMPTY_NEED, type Quality, type Session } from "./form";

const NUMBER = /^\d{1,3}$/;

/** Digits of any script as the figures the API takes. */
export function figures(typed: string): string {
  return typed
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .trim();
}

const isNumber = (typed: string) => NUMBER.test(figures(typed));

export type Lack =
  "group" | "day" | "no_time" | "time" | "past" | "people" | "needs" | "needs_people" | "named";

/** What stands in the way of sending, in the order of the form. `zone` is where the group meets. */
export function lacks(draft: Draft, zone: string | undefined, now: Date): Lack[] {
  const at = zone ? moments(draft.day, draft.time, zone) : [];
  const last = at.at(-1);
  const asked = draft.needs.filter((need) => need.language);
  const found: [Lack, boolean][] = [
    ["group", !zone],
    ["day", !draft.day],
    ["no_time", !draft.time],
    ["time", Boolean(zone && draft.day && draft.time) && at.length === 0],
    ["past", last !== undefined && new Date(last) <= now],
    ["people", !isNumber(draft.people)],
    ["needs", asked.length === 0],
    ["needs_people", asked.some((need) => need.people !== "" && !isNumber(need.people))],
    ["named", Boolean(draft.requirements.named) && !draft.named],
  ];
  return found.filter(([, lacking]) => lacking).map(([lack]) => lack);
}

/** Whether the account can keep it: it needs a group and a moment. */
export function canBeKept(draft: Draft, zone: string | undefined): zone is string {
  return Boolean(zone) && moments(draft.day, draft.time, zone ?? "UTC").length > 0;
}

function requirementsOf(draft: Draft): Ask["requirements"] {
  const said = draft.needs.some((need) => need.language && need.variety);
  const meant = Object.entries(draft.requirements) as [Quality, Schema["Strength"]][];
  return meant
    .filter(([what]) => (what !== "named" || draft.named) && (what !== "variety" || said))
    .map(([what, strength]) => ({ what, strength }));
}

function needsOf(draft: Draft): Ask["needs"] {
  return draft.needs.flatMap(({ language, variety, people }) =>
    language
      ? [
          {
            language,
            variety: variety || null,
            people: Math.max(1, Number(figures(people)) || Number(figures(draft.people)) || 1),
          },
        ]
      : [],
  );
}

/** What it is about and who is there for it, as the API takes it. What cannot be read yet is left out. */
export function detailsOf(draft: Draft) {
  const { theme, situations, materials, room, notes } = draft;
  return {
    needs: needsOf(draft),
    requirements: requirementsOf(draft) ?? [],
    named: draft.requirements.named && draft.named ? draft.named : null,
    brief: { theme: theme || null, situations, materials, room, notes },
    contact:
      draft.contactName || draft.contactPhone ? { name: draft.contactName, phone: draft.contactPhone } : null,
    staff_present: draft.staff.map((name) => name.trim()).filter(Boolean),
  };
}

/** The draft as the API takes it, its wall time turned into a moment at `zone`. What cannot be read yet is left out. */
export function asAsk(draft: Draft, zone: string): Ask {
  const starts_at = moment(draft.day, draft.time, zone, draft.second);
  return {
    group: draft.group,
    starts_at,
    ends_at: later(starts_at, draft.minutes),
    mode: draft.mode,
    people_expected: isNumber(draft.people) ? Number(figures(draft.people)) : 0,
    ...detailsOf(draft),
    told: draft.told,
  };
}

/** The form that would say what `session` says. */
export function draftOf(session: Session): Draft {
  const zone = session.site.time_zone;
  const { day, time } = wallOf(session.starts_at, zone);
  const needs = session.needs.map(({ language, variety, people }) => ({
    language,
    variety: variety ?? ("" as const),
    people: String(people),
  }));
  return {
    group: session.group.id,
    day,
    time,
    second: isSecond(session.starts_at, zone),
    minutes: minutesBetween(session.starts_at, session.ends_at),
    mode: session.mode,
    people: session.people_expected ? String(session.people_expected) : "",
    needs: needs.length > 0 ? needs : [EMPTY_NEED],
    requirements: Object.fromEntries(session.requirements.map(({ what, strength }) => [what, strength])),
    named: session.named?.id ?? "",
    theme: session.brief.theme ?? "",
    situations: session.brief.situations,
    materials: session.brief.materials,
    room: session.brief.room,
    notes: session.brief.notes,
    contactName: session.contact?.name ?? "",
    contactPhone: session.contact?.phone ?? "",
    staff: session.staff_present,
    told: session.told,
  };
}

/** An ask in one way of writing it: what says the same reads the same. */
function plain(ask: Ask): string {
  return JSON.stringify({
    ...ask,
    starts_at: Date.parse(ask.starts_at),
    ends_at: Date.parse(ask.ends_at),
    requirements: (ask.requirements ?? []).toSorted((a, b) => a.what.localeCompare(b.what)),
    told: ask.told?.toSorted() ?? null,
  });
}

/** Whether both say the same to the account, whatever is only half typed. */
export const sameAsk = (one: Ask, other: Ask): boolean => plain(one) === plain(other);
