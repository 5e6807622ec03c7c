import type { Schema } from "../../../api/client";

export type Ask = Schema["NewSessionRequest"];
export type Session = Schema["SessionView"];
export type Quality = Schema["Quality"];

export interface Need {
  language: Schema["Language"] | "";
  variety: Schema["Variety"] | "";
  people: string;
}

/** The form as it stands: what was typed, whether it can be sent or not. */
export interface Draft {
  group: string;
  day: string;
  time: string;
  /** On the night an hour happens twice: the second of the two is meant. */
  second: boolean;
  minutes: number;
  mode: Schema["Mode"];
  people: string;
  needs: Need[];
  requirements: Partial<Record<Quality, Schema["Strength"]>>;
  named: string;
  theme: Schema["Theme"] | "";
  situations: Schema["Situation"][];
  materials: Schema["Material"][];
  room: Schema["Room"][];
  notes: string;
  contactName: string;
  contactPhone: string;
  staff: string[];
  /** Members who hear of it; null: those who always do. */
  told: string[] | null;
}

export const EMPTY_NEED: Need = { language: "", variety: "", people: "" };

export const EMPTY: Draft = {
  group: "",
  day: "",
  time: "10:00",
  second: false,
  minutes: 90,
  mode: "in_person",
  people: "",
  needs: [EMPTY_NEED],
  requirements: {},
  named: "",
  theme: "",
  situations: [],
  materials: [],
  room: [],
  notes: "",
  contactName: "",
  contactPhone: "",
  staff: [],
  told: null,
};
