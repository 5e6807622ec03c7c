import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schema } from "../api/client";

type Words<K extends string> = Record<K, MessageDescriptor>;

/** The closed lists of the product in words, one place for all screens. */
export const LANGUAGES: Words<Schema["Language"]> = {
  ar: msg`Arabic`,
  ckb: msg`Sorani`,
  kmr: msg`Kurmanji`,
  ps: msg`Pashto`,
  fa: msg`Farsi`,
  prs: msg`Dari`,
  ti: msg`Tigrinya`,
  am: msg`Amharic`,
  vi: msg`Vietnamese`,
  fr: msg`French`,
  en: msg`English`,
};

export const VARIETIES: Words<Schema["Variety"]> = {
  "ar-SD": msg`Sudanese`,
  apc: msg`Levantine`,
};

export const GROUP_KINDS: Words<Schema["GroupKind"]> = {
  women_and_children: msg`Women and children`,
  unaccompanied_young_people: msg`Unaccompanied young people`,
  families: msg`Families`,
  mixed_adults: msg`Mixed adults`,
  staff_and_volunteers: msg`Staff and volunteers`,
};

export const THEMES: Words<Schema["Theme"]> = {
  arrival: msg`Arriving and getting to know each other`,
  tree_of_life: msg`Tree of life`,
  grief: msg`Grief and loss`,
  sleep: msg`Sleep and nightmares`,
  play: msg`Play and making things`,
  parenting: msg`Being a parent here`,
  team_care: msg`Looking after the team`,
};

export const SITUATIONS: Words<Schema["Situation"]> = {
  first_meeting: msg`First meeting`,
  last_meeting: msg`Last meeting`,
  someone_new: msg`Someone new joins`,
  difficult_news: msg`Difficult news lately`,
  children_present: msg`Children present`,
  coming_and_going: msg`People come and go`,
  strong_feelings: msg`Strong feelings likely`,
};

export const ROOMS: Words<Schema["Room"]> = {
  circle: msg`Chairs in a circle`,
  tables: msg`Tables`,
  on_the_floor: msg`On the floor`,
  quiet: msg`A quiet room`,
  step_free: msg`Step-free access`,
};

export const MATERIALS: Words<Schema["Material"]> = {
  lego: msg`Lego`,
  plasticine: msg`Plasticine`,
  paints: msg`Paints`,
  paper: msg`Paper`,
};

/** What can be required of, or wished for in, an interpreter. */
export const QUALITIES: Words<Schema["Quality"]> = {
  woman: msg`A woman`,
  variety: msg`The same variety of the language`,
  training: msg`Safeguarding training`,
  check: msg`A valid check`,
  named: msg`Someone you know`,
};

export const STRENGTHS: Words<Schema["Strength"]> = {
  required: msg`Required`,
  wished: msg`Wished for`,
};

export const MODES: Words<Schema["Mode"]> = {
  in_person: msg`In person`,
  remote: msg`Remote`,
  partner_led: msg`Led by the partner`,
};

export const PAY: Words<Schema["Pay"]> = {
  paid: msg`Paid`,
  volunteer: msg`Volunteer, expenses paid`,
};

export const PAY_STATUS: Words<Schema["PayStatus"]> = {
  fees: msg`A fee or volunteer, as the place says`,
  expenses_only: msg`Expenses only`,
};

export const PLACES: Words<Schema["Place"]> = {
  uk: msg`In the United Kingdom`,
  france: msg`In France`,
  remote: msg`Remote`,
};

export const CREDENTIALS: Words<Schema["CredentialKind"]> = {
  check: msg`Check`,
  safeguarding_training: msg`Safeguarding training`,
  agreement: msg`Agreement`,
};

export const SESSION_STATES: Words<Schema["SessionState"]> = {
  draft: msg`Draft`,
  requested: msg`Requested`,
  scheduled: msg`Planned`,
  confirmed: msg`Confirmed`,
  declined: msg`Declined`,
  withdrawn: msg`Taken back`,
  cancelled: msg`Cancelled`,
  held: msg`Held`,
};

export const VISIT_STATES: Words<Schema["VisitState"]> = {
  planning: msg`Being planned`,
  confirmed: msg`Confirmed`,
  cancelled: msg`Cancelled`,
  done: msg`Done`,
};

export const ANSWERS: Words<Schema["OfferState"]> = {
  new: msg`Not asked yet`,
  asked: msg`Asked`,
  accepted: msg`Said yes`,
  reserve: msg`Standby`,
  declined: msg`Said no`,
  lapsed: msg`No answer in time`,
  withdrawn: msg`Can’t come after all`,
  stood_down: msg`Not needed this time`,
};

export const CANCEL_REASONS: Words<Schema["CancelReason"]> = {
  no_interpreter: msg`No interpreter`,
  no_crossing: msg`No crossing`,
  nobody_came: msg`Nobody came`,
  other: msg`Another reason`,
};

export const DECLINE_REASONS: Words<Schema["DeclineReason"]> = {
  no_place: msg`No room that day`,
  no_interpreter: msg`No interpreter`,
  other: msg`Another reason`,
};
