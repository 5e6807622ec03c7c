import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Schema } from "../../../api/client";
import { Unread } from "../../../ui/states";
import { LANGUAGES, QUALITIES, STRENGTHS } from "../../../ui/words";
import type { Draft, Quality } from "../draft/form";
import { useAcquainted } from "../queries";
import { FieldProblem, type FieldsProps, OneOf } from "./common";

const ANY = "any";

function useQualities(draft: Draft, someone: boolean): Quality[] {
  const variety = draft.needs.some((need) => need.variety) || Boolean(draft.requirements.variety);
  const all: [Quality, boolean][] = [
    ["woman", true],
    ["variety", variety],
    ["training", true],
    ["check", true],
    ["named", someone || Boolean(draft.requirements.named)],
  ];
  return all.filter(([, shown]) => shown).map(([quality]) => quality);
}

/** What an interpreter must be, or should if there is a choice; and one the agency knows, by first name. */
export function Requirements({ draft, change, problems }: FieldsProps) {
  const { t, i18n } = useLingui();
  const known = useAcquainted(draft.group);
  const acquainted = known.data ?? [];
  const qualities = useQualities(draft, acquainted.length > 0);
  const set = (quality: Quality, strength: string) => {
    const { [quality]: _before, ...rest } = draft.requirements;
    const requirements = strength === ANY ? rest : { ...rest, [quality]: strength as Schema["Strength"] };
    change({ requirements, ...(quality === "named" && strength === ANY ? { named: "" } : {}) });
  };
  const problem = problems["requirements"] ?? problems["named"];
  const open = Object.keys(draft.requirements).length > 0 || Boolean(problem);
  return (
    <details className="more" open={open} id="requirements">
      <summary>
        <Trans>What the interpreter should be</Trans>
      </summary>
      <div className="stack">
        <FieldProblem words={problems["requirements"]} />
        {qualities.map((quality) => (
          <OneOf
            key={quality}
            legend={i18n._(QUALITIES[quality])}
            choices={[
              [ANY, <Trans key={ANY}>No matter</Trans>],
              ["wished", i18n._(STRENGTHS.wished)],
              ["required", i18n._(STRENGTHS.required)],
            ]}
            chosen={draft.requirements[quality] ?? ANY}
            change={(strength) => set(quality, strength)}
          />
        ))}
        <Unread of={known} />
        {draft.requirements.named && (
          <NativeSelect
            id="named"
            label={t`Who`}
            description={t`Interpreters who have worked with you.`}
            size="md"
            value={draft.named}
            error={problems["named"]}
            onChange={(event) => change({ named: event.currentTarget.value })}
            data={[
              { value: "", label: t`Choose a name` },
              ...acquainted.map(({ id, first_name, languages }) => ({
                value: id,
                label: `${first_name} (${languages.map((language) => i18n._(LANGUAGES[language])).join(", ")})`,
              })),
            ]}
          />
        )}
      </div>
    </details>
  );
}
