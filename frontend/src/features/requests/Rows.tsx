import { useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import { later, moments } from "../../lib/time/wall";
import { dayWords, hours } from "../../lib/time/words";
import { UserText } from "../../ui/UserText";
import {
  LANGUAGES,
  MATERIALS,
  MODES,
  QUALITIES,
  ROOMS,
  SITUATIONS,
  STRENGTHS,
  THEMES,
  VARIETIES,
} from "../../ui/words";
import type { Draft } from "./draft/form";
import { heardBy } from "./fields/OurPeople";
import type { Group, Member } from "./queries";
import { inOneText } from "../../lib/names";

export interface Row {
  key: string;
  label: string;
  /** In plain words, to compare two versions by. */
  words: string;
}

export interface Around {
  groups: Group[];
  members: Member[];
  /** First names by the id of the interpreter. */
  names: Record<string, string>;
}

function useWhen() {
  const { i18n } = useLingui();
  return (draft: Draft, zone: string | undefined): string => {
    const [first, other] = zone ? moments(draft.day, draft.time, zone) : [];
    const start = draft.second && other ? other : first;
    if (!start || !zone) return [draft.day, draft.time].filter(Boolean).join(" ");
    const span = hours(start, later(start, draft.minutes), i18n.locale, zone);
    return `${dayWords(start, i18n.locale, zone)} · ${span}`;
  };
}

const list = (parts: string[]) => parts.filter(Boolean).join(" · ");

/** A draft in words, a line a fact; what was left empty is left out. */
export function useRows(): (draft: Draft, around: Around) => Row[] {
  const { t, i18n } = useLingui();
  const when = useWhen();
  return (draft, { groups, members, names }) => {
    const group = groups.find(({ id }) => id === draft.group);
    const needs = draft.needs.flatMap(({ language, variety, people }) => {
      if (!language) return [];
      const spoken = i18n._(LANGUAGES[language]) + (variety ? ` (${i18n._(VARIETIES[variety])})` : "");
      return [people ? `${spoken}: ${people}` : spoken];
    });
    const requirements = Object.entries(draft.requirements).map(([what, strength]) => {
      const quality = what as keyof typeof QUALITIES;
      const words =
        quality === "named" ? (names[draft.named] ?? i18n._(QUALITIES.named)) : i18n._(QUALITIES[quality]);
      return `${words} (${i18n._(STRENGTHS[strength])})`;
    });
    const heard = heardBy(draft.told, members);
    const rows: Row[] = [
      { key: "group", label: t`Group`, words: group?.name ?? "" },
      { key: "when", label: t`When`, words: when(draft, group?.site.time_zone) },
      { key: "mode", label: t`How`, words: i18n._(MODES[draft.mode]) },
      { key: "people", label: t`People`, words: draft.people },
      { key: "needs", label: t`Languages`, words: list(needs) },
      { key: "requirements", label: t`The interpreter`, words: list(requirements) },
      { key: "theme", label: t`Theme`, words: draft.theme ? i18n._(THEMES[draft.theme]) : "" },
      {
        key: "situations",
        label: t`Good to know`,
        words: list(draft.situations.map((s) => i18n._(SITUATIONS[s]))),
      },
      {
        key: "materials",
        label: t`Please bring`,
        words: list(draft.materials.map((m) => i18n._(MATERIALS[m]))),
      },
      { key: "room", label: t`The room`, words: list(draft.room.map((r) => i18n._(ROOMS[r]))) },
      { key: "notes", label: t`Notes`, words: draft.notes },
      {
        key: "contact",
        label: t`Contact on the day`,
        words: inOneText([draft.contactName, draft.contactPhone], " · "),
      },
      { key: "staff", label: t`Staff who will be there`, words: inOneText(draft.staff, " · ") },
      {
        key: "told",
        label: t`Who of you hears of it`,
        words:
          members.length > 1
            ? inOneText(
                members.filter(({ id }) => heard.includes(id)).map(({ name }) => name),
                " · ",
              )
            : "",
      },
    ];
    return rows.filter(({ words }) => words !== "");
  };
}

/** Facts as a list of terms. */
export function Facts({ rows, children }: { rows: Row[]; children?: ReactNode }) {
  return (
    <dl className="facts">
      {rows.map(({ key, label, words }) => (
        <Fragment key={key}>
          <dt>{label}</dt>
          <dd>
            <UserText>{words}</UserText>
          </dd>
        </Fragment>
      ))}
      {children}
    </dl>
  );
}
