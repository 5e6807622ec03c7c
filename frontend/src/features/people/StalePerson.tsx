import { useLingui } from "@lingui/react/macro";
import { StaleChoice } from "../../desk/StaleChoice";
import known from "../../i18n/locales.json";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, VARIETIES } from "../../ui/words";
import type { PersonInput } from "./queries";
import { GENDERS, PAY_STATUSES, PLACES } from "./words";

type Written = PersonInput & { active: boolean };

const list = (words: string[]) => words.join(" · ") || "–";

/** Everything the form writes, a line each: its label and its words. */
function useWords() {
  const { t, i18n } = useLingui();
  const spoken = ({ language, varieties = [] }: PersonInput["languages"][number]) => {
    const which = varieties.map((variety) => i18n._(VARIETIES[variety]));
    return i18n._(LANGUAGES[language]) + (which.length > 0 ? ` (${which.join(", ")})` : "");
  };
  const readsIn = (locale: string) =>
    (known as Record<string, { name: string }>)[locale]?.name ?? t`Not said`;
  return (person: Written): [string, string][] => [
    [t`Name`, list([[person.first_name, person.family_name].filter(Boolean).join(" ")])],
    [t`Phone`, person.phone || "–"],
    [t`Languages`, list(person.languages.map(spoken))],
    [t`Can work`, list(person.places.map((place) => i18n._(PLACES[place])))],
    [t`Pay`, i18n._(PAY_STATUSES[person.pay_status])],
    [t`Gender`, i18n._(GENDERS[person.gender ?? "unsaid"])],
    [t`Sets out from`, person.base_area || t`Not said`],
    [t`Reads messages in`, readsIn(person.reads ?? "")],
    [t`Active: may be asked`, person.active ? t`yes` : t`no`],
  ];
}

interface Props {
  now: Written;
  mine: Written;
  busy: boolean;
  keepTheirs: () => void;
  writeMine: () => void;
}

/** Somebody else wrote it meanwhile: where the two differ, both side by side, and one to choose. */
export function StalePerson({ now, mine, ...choice }: Props) {
  const words = useWords();
  const typed = words(mine);
  const lines = words(now).flatMap(([label, said], at) => {
    const own = typed[at]?.[1] ?? "";
    return own === said
      ? []
      : [{ label, now: <UserText>{said}</UserText>, mine: <UserText>{own}</UserText> }];
  });
  return <StaleChoice lines={lines} {...choice} />;
}
