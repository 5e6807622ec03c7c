import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Act } from "../../../ui/Act";
import { LANGUAGES, VARIETIES } from "../../../ui/words";
import { EMPTY_NEED, type Need } from "../draft/form";
import { FieldProblem, type FieldsProps } from "./common";

/** Only the languages people in the groups need; English is what the team speaks. */
const ASKED_FOR = Object.keys(LANGUAGES).filter((code) => code !== "en") as (keyof typeof LANGUAGES)[];

interface OneProps extends Pick<FieldsProps, "problems"> {
  need: Need;
  place: number;
  change: (need: Need) => void;
}

function People({ need, place, change, problems, label }: OneProps & { label: string }) {
  return (
    <TextInput
      id={`needs-${place}-people`}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      size="md"
      value={need.people}
      error={problems[`needs.${place}.people`]}
      onChange={(event) => change({ ...need, people: event.currentTarget.value })}
    />
  );
}

/** A language that is settled: how many people need it is not. */
function SettledNeed(props: OneProps) {
  const { t, i18n } = useLingui();
  const { language, variety } = props.need;
  const spoken = language && i18n._(LANGUAGES[language]);
  const words = variety ? `${spoken} (${i18n._(VARIETIES[variety])})` : spoken;
  return <People {...props} label={t`${words}: people`} />;
}

function OneNeed({ need, place, change, problems }: OneProps) {
  const { t, i18n } = useLingui();
  return (
    <div className="need">
      <NativeSelect
        id={`needs-${place}-language`}
        label={t`Language`}
        size="md"
        value={need.language}
        error={problems[`needs.${place}.language`]}
        onChange={(event) =>
          change({ ...need, language: event.currentTarget.value as Need["language"], variety: "" })
        }
        data={[
          { value: "", label: t`Choose a language` },
          ...ASKED_FOR.map((code) => ({ value: code, label: i18n._(LANGUAGES[code]) })),
        ]}
      />
      {need.language === "ar" && (
        <NativeSelect
          id={`needs-${place}-variety`}
          label={t`Which Arabic`}
          size="md"
          value={need.variety}
          error={problems[`needs.${place}.variety`]}
          onChange={(event) => change({ ...need, variety: event.currentTarget.value as Need["variety"] })}
          data={[
            { value: "", label: t`Any` },
            ...Object.entries(VARIETIES).map(([value, words]) => ({ value, label: i18n._(words) })),
          ]}
        />
      )}
      <People need={need} place={place} change={change} problems={problems} label={t`People`} />
    </div>
  );
}

/** How many people need which language. `fixed`: the languages are settled, the numbers are not. */
export function Languages({ draft, change, problems, fixed = false }: FieldsProps & { fixed?: boolean }) {
  const { needs } = draft;
  const One = fixed ? SettledNeed : OneNeed;
  return (
    <fieldset className="plain-set stack" id="needs" tabIndex={-1}>
      <legend>
        <Trans>Languages they need</Trans>
      </legend>
      <FieldProblem words={problems["needs"]} />
      {needs.map((need, place) => (
        <One
          // A need has no name but its place in the list.
          // oxlint-disable-next-line react/no-array-index-key
          key={`need-${place}`}
          need={need}
          place={place}
          problems={problems}
          change={(changed) => change({ needs: needs.map((old, at) => (at === place ? changed : old)) })}
        />
      ))}
      {!fixed && (
        <div className="row">
          <Act variant="default" onClick={() => change({ needs: [...needs, EMPTY_NEED] })}>
            <Trans>Another language</Trans>
          </Act>
          {needs.length > 1 && (
            <Act variant="subtle" onClick={() => change({ needs: needs.slice(0, -1) })}>
              <Trans>Remove the last</Trans>
            </Act>
          )}
        </div>
      )}
    </fieldset>
  );
}

export function WhoComes(fields: FieldsProps) {
  const { t } = useLingui();
  const { draft, change, problems } = fields;
  return (
    <>
      <TextInput
        id="people_expected"
        label={t`How many people do you expect?`}
        description={t`A number is enough. Please never write names of participants.`}
        inputMode="numeric"
        autoComplete="off"
        size="md"
        value={draft.people}
        error={problems["people_expected"]}
        onChange={(event) => change({ people: event.currentTarget.value })}
      />
      <Languages {...fields} />
    </>
  );
}
