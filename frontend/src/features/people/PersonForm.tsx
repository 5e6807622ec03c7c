import type { MessageDescriptor } from "@lingui/core";
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { byField } from "../../api/errors";
import known from "../../i18n/locales.json";
import type { Schema } from "../../api/client";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { LANGUAGES, VARIETIES } from "../../ui/words";
import type { PersonInput } from "./queries";
import { GENDERS, PAY_STATUSES, PLACES } from "./words";

type Language = Schema["Language"];
type Variety = Schema["Variety"];

const VARIETIES_OF: Partial<Record<Language, Variety[]>> = { ar: ["ar-SD", "apc"] };

export const NOBODY: PersonInput = {
  first_name: "",
  family_name: "",
  languages: [],
  places: ["france"],
  pay_status: "expenses_only",
  gender: "unsaid",
  phone: "",
  base_area: "",
  reads: "",
};

interface Part {
  person: PersonInput;
  change: (part: Partial<PersonInput>) => void;
  problems: Record<string, string>;
}

function toggled<V>(list: readonly V[], value: V, on: boolean): V[] {
  return on ? [...list, value] : list.filter((one) => one !== value);
}

function Languages({ person, change, problems }: Part) {
  const { t, i18n } = useLingui();
  const skill = (language: Language) => person.languages.find((one) => one.language === language);
  const choose = (language: Language, on: boolean) =>
    change({
      languages: on
        ? [...person.languages, { language, varieties: [] }]
        : person.languages.filter((one) => one.language !== language),
    });
  const speaks = (language: Language, variety: Variety, on: boolean) =>
    change({
      languages: person.languages.map((one) =>
        one.language === language ? { language, varieties: toggled(one.varieties ?? [], variety, on) } : one,
      ),
    });
  return (
    <Checkbox.Group
      label={t`Languages`}
      size="md"
      value={person.languages.map(({ language }) => language)}
      error={problems["languages"]}
    >
      <div className="choices">
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <div key={language}>
            <Checkbox
              size="md"
              value={language}
              label={i18n._(LANGUAGES[language])}
              onChange={(event) => choose(language, event.currentTarget.checked)}
            />
            {skill(language) &&
              VARIETIES_OF[language]?.map((variety) => (
                <Checkbox
                  key={variety}
                  className="choice-within"
                  size="md"
                  label={i18n._(VARIETIES[variety])}
                  checked={skill(language)?.varieties?.includes(variety) ?? false}
                  onChange={(event) => speaks(language, variety, event.currentTarget.checked)}
                />
              ))}
          </div>
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Work({ person, change, problems, areas }: Part & { areas: string[] }) {
  const { t, i18n } = useLingui();
  const options = <K extends string>(words: Record<K, MessageDescriptor>) =>
    (Object.keys(words) as K[]).map((value) => ({ value, label: i18n._(words[value]) }));
  return (
    <>
      <Checkbox.Group
        label={t`Can work`}
        size="md"
        value={person.places}
        error={problems["places"]}
        onChange={(places) => change({ places: places as PersonInput["places"] })}
      >
        <div className="choices">
          {options(PLACES).map(({ value, label }) => (
            <Checkbox key={value} size="md" value={value} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="row">
        <NativeSelect
          label={t`Pay`}
          size="md"
          value={person.pay_status}
          data={options(PAY_STATUSES)}
          onChange={(event) => change({ pay_status: event.currentTarget.value as PersonInput["pay_status"] })}
        />
        <NativeSelect
          label={t`Gender`}
          size="md"
          value={person.gender ?? "unsaid"}
          data={options(GENDERS)}
          onChange={(event) => change({ gender: event.currentTarget.value as Schema["Gender"] })}
        />
        {areas.length > 0 && (
          <NativeSelect
            label={t`Sets out from`}
            size="md"
            value={person.base_area ?? ""}
            error={problems["base_area"]}
            data={[{ value: "", label: t`Not said` }, ...areas.map((area) => ({ value: area, label: area }))]}
            onChange={(event) => change({ base_area: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t`Reads messages in`}
          size="md"
          value={person.reads ?? ""}
          error={problems["reads"]}
          data={[
            { value: "", label: t`Not said` },
            ...Object.entries(known).map(([value, { name }]) => ({ value, label: name })),
          ]}
          onChange={(event) => change({ reads: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

interface Props {
  start: PersonInput;
  areas: string[];
  error: unknown;
  busy: boolean;
  send: (person: PersonInput) => void;
  words: ReactNode;
  children?: ReactNode;
}

/** The API names fields of an edit under `person.`; here they are the same. */
function plain(problems: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([at, words]) => [at.replace(/^person\./, ""), words]),
  );
}

/** What is held about an interpreter. What was typed stays, whatever the server says. */
export function PersonForm({ start, areas, error, busy, send, words, children }: Props) {
  const { t } = useLingui();
  const [person, setPerson] = useState(start);
  const change = (part: Partial<PersonInput>) => setPerson((before) => ({ ...before, ...part }));
  const problems = plain(byField(error));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(person);
  };
  const text = (name: "first_name" | "family_name" | "phone", label: string, type = "text") => (
    <TextInput
      label={label}
      type={type}
      size="md"
      dir="auto"
      value={person[name] ?? ""}
      error={problems[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="row">
        {text("first_name", t`First name`)}
        {text("family_name", t`Family name`)}
        {text("phone", t`Phone`, "tel")}
      </div>
      <Languages person={person} change={change} problems={problems} />
      <Work person={person} change={change} problems={problems} areas={areas} />
      {children}
      <Problem tried="form" error={error} />
      <div>
        <Act type="submit" busy={busy}>
          {words}
        </Act>
      </div>
      <p className="soft">
        <Trans>Never a copy of a document, and nothing about why somebody is where they are.</Trans>
      </p>
    </form>
  );
}
