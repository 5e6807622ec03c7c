import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What happened, by the kind of thing and of change: the words of the board and of the journal. */
const CHANGES: Record<string, MessageDescriptor> = {
  "visit.planned": msg`Day planned`,
  "visit.edited": msg`Day changed`,
  "visit.therapists": msg`Therapists changed`,
  "visit.duty_phone": msg`Number for the day changed`,
  "visit.confirmed": msg`Day confirmed`,
  "visit.confirmed_rest": msg`The rest confirmed`,
  "visit.mode_changed": msg`Held another way`,
  "visit.moved": msg`Moved to another day`,
  "visit.cancelled": msg`Day cancelled`,
  "visit.done": msg`Day over`,
  "visit.counts": msg`What is on the day changed`,
  "visit.notes": msg`Warnings of the day changed`,
  "session.requested": msg`Requested`,
  "session.edited": msg`Request changed`,
  "session.scheduled": msg`Put on the day`,
  "session.confirmed": msg`Confirmed`,
  "session.declined": msg`Declined`,
  "session.withdrawn": msg`Taken back`,
  "session.cancelled": msg`Cancelled`,
  "session.held": msg`Held and closed`,
  "session.moved": msg`Moved`,
  "session.mode_changed": msg`Held another way`,
  "session.change_proposed": msg`Change proposed`,
  "session.change_accepted": msg`Change accepted`,
  "session.change_refused": msg`Change not accepted`,
  "session.cover": msg`Places changed`,
  "session.therapists": msg`Therapists changed`,
  "session.duty_phone": msg`Number for the day changed`,
  "shift.open": msg`Place opened`,
  "shift.edited": msg`Place changed`,
  "shift.asked": msg`People asked`,
  "shift.accepted": msg`Said yes`,
  "shift.taken": msg`Said yes`,
  "shift.confirmed": msg`Confirmed`,
  "shift.reserve": msg`Somebody is on standby`,
  "shift.declined": msg`Somebody said no`,
  "shift.withdrawn": msg`Can’t come after all`,
  "shift.undone": msg`Answer taken back`,
  "shift.released": msg`Place freed`,
  "shift.asked_again": msg`Asked again, first refusal`,
  "shift.lapsed": msg`No answer in time`,
  "shift.stood_down": msg`Not needed this time`,
  "shift.moved": msg`Moved`,
  "shift.mode_changed": msg`Held another way`,
  "shift.override": msg`Decision recorded`,
  "shift.deputy": msg`Deputy changed`,
  "shift.ticket": msg`Ticket changed`,
  "shift.clashes": msg`Somebody asked holds another place`,
  "shift.revived": msg`Somebody asked is free again`,
  "shift.cancelled": msg`Place not needed`,
  "shift.unfilled": msg`Left empty`,
  "shift.worked": msg`Came`,
  "shift.missed": msg`Did not come`,
  "agency.created": msg`Partner added`,
  "agency.member_added": msg`Somebody asks for the partner`,
  "agency.member_removed": msg`Somebody no longer asks for the partner`,
  "group.created": msg`Group added`,
  "interpreter.created": msg`Interpreter added`,
  "interpreter.account": msg`Can sign in now`,
  "interpreter.credential": msg`Check or training seen`,
  "interpreter.wishes": msg`Wishes changed`,
  "free_day.said": msg`Free days told`,
  "free_day.usual": msg`Usual days told`,
  "free_day.break": msg`A break told`,
  "team_member.team_joined": msg`Joined the team`,
  "team_member.team_role": msg`Role in the team changed`,
  "team_member.team_left": msg`Left the team`,
  "team_member.deactivated": msg`Account closed`,
};

const CHANGED = msg`Changed`;

export function changeWords(type: string, kind: string): MessageDescriptor {
  return CHANGES[`${type}.${kind}`] ?? CHANGED;
}

/** Every kind of change of one type of thing that has words, for a list to choose from. */
export function kindsOf(type: string): [string, MessageDescriptor][] {
  return Object.entries(CHANGES)
    .filter(([key]) => !type || key.startsWith(`${type}.`))
    .map(([key, words]) => [key.slice(key.indexOf(".") + 1), words]);
}

export const THINGS: Record<string, MessageDescriptor> = {
  visit: msg`Friday`,
  session: msg`Session`,
  shift: msg`Place`,
  agency: msg`Partner`,
  group: msg`Group`,
  interpreter: msg`Interpreter`,
  free_day: msg`Free days`,
  team_member: msg`Team`,
};
