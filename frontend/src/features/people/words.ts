import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schema } from "../../api/client";

type Words<K extends string> = Record<K, MessageDescriptor>;

/** What the team holds about interpreters, in words only the team reads. */
export const GENDERS: Words<Schema["Gender"]> = {
  woman: msg`Woman`,
  man: msg`Man`,
  other: msg`Other`,
  unsaid: msg`Not said`,
};

export const PAY_STATUSES: Words<Schema["PayStatus"]> = {
  fees: msg`Can be paid`,
  expenses_only: msg`Expenses only`,
};

export const PLACES: Words<Schema["Place"]> = {
  uk: msg`In the UK`,
  france: msg`In France`,
  remote: msg`By video or telephone`,
};

export const CREDENTIALS: Words<Schema["CredentialKind"]> = {
  check: msg`Check`,
  safeguarding_training: msg`Safeguarding training`,
  agreement: msg`Agreement`,
};
