import type { Draft, Session } from "./form";

/**
 * How safe what was typed is. `device`: on this device, and soon in the account (or later, when it has a group and
 * a time); `offline`: on this device until there is a connection; `nowhere`: this device cannot keep it either.
 */
export type Safe = "nothing" | "device" | "saving" | "account" | "offline" | "nowhere";

export interface State {
  draft: Draft;
  slot: string;
  id: string | null;
  safe: Safe;
  /** The account's words about single fields, by the path of the field. */
  problems: Record<string, string>;
  /** Another device saved a newer version meanwhile: which one counts is for a person to say. */
  conflict: Session | null;
  /** Sent from here. */
  sent: Session | null;
  /** It is no draft any more: somebody else sent it. */
  elsewhere: Session | null;
  sending: boolean;
  error: unknown;
}

export const START: Omit<State, "draft" | "slot" | "id" | "safe"> = {
  problems: {},
  conflict: null,
  sent: null,
  elsewhere: null,
  sending: false,
  error: null,
};
