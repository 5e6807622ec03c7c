import type { Schema } from "../../api/client";
import { later, moment, NoSuchTime } from "../../lib/time/wall";
import type { Ask } from "./queries";

/** The form as it stands, kept on this device at every change. */
export interface Draft {
  group: string;
  day: string;
  time: string;
  minutes: number;
  mode: Schema["Mode"];
  people: string;
  needs: Need[];
  theme: Schema["Theme"] | "";
  notes: string;
  contactName: string;
  contactPhone: string;
}

export interface Need {
  language: Schema["Language"] | "";
  variety: Schema["Variety"] | "";
  people: string;
}

export const EMPTY_NEED: Need = { language: "", variety: "", people: "" };

export const EMPTY: Draft = {
  group: "",
  day: "",
  time: "10:00",
  minutes: 90,
  mode: "in_person",
  people: "",
  needs: [EMPTY_NEED],
  theme: "",
  notes: "",
  contactName: "",
  contactPhone: "",
};

const KEPT = "passerelle.ask";

export function keptDraft(): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

export function keepDraft(draft: Draft): void {
  localStorage.setItem(KEPT, JSON.stringify(draft));
}

export function forgetDraft(): void {
  localStorage.removeItem(KEPT);
}

/** What is missing before it can be sent, by field. */
export function missing(draft: Draft): Partial<Record<"group" | "day" | "time" | "people" | "needs", true>> {
  return {
    ...(draft.group ? {} : { group: true }),
    ...(draft.day ? {} : { day: true }),
    ...(draft.time ? {} : { time: true }),
    ...(/^\d+$/.test(draft.people) ? {} : { people: true }),
    ...(draft.needs.some((need) => need.language) ? {} : { needs: true }),
  };
}

/** The draft as the API takes it, its wall time turned into a moment at `zone`. Throws `NoSuchTime`. */
export function asAsk(draft: Draft, zone: string): Ask {
  const starts_at = moment(draft.day, draft.time, zone);
  return {
    group: draft.group,
    starts_at,
    ends_at: later(starts_at, draft.minutes),
    mode: draft.mode,
    people_expected: Number(draft.people),
    needs: draft.needs.flatMap((need) =>
      need.language
        ? [
            {
              language: need.language,
              variety: need.variety || null,
              people: Number(need.people) || Number(draft.people) || 1,
            },
          ]
        : [],
    ),
    brief: { theme: draft.theme || null, notes: draft.notes },
    contact:
      draft.contactName || draft.contactPhone ? { name: draft.contactName, phone: draft.contactPhone } : null,
    submit: true,
  };
}

export { NoSuchTime };
