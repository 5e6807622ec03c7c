import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMissing } from "../../lib/useMissing";
import { Act } from "../../ui/Act";
import { Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { useAllow, usePairingChoices, usePairings, useRuleOut } from "./queries";

function RuledOut() {
  const pairings = usePairings();
  const allow = useAllow();
  return (
    <Fetched query={pairings}>
      {(found) => (
        <>
          <Problem error={allow.error} />
          <ul className="stack-tight">
            {found.map((pairing) => (
              <li className="row between" key={pairing.id}>
                <span>
                  {pairing.group && <UserText>{pairing.group.name}</UserText>}
                  {pairing.group && pairing.agency && " · "}
                  {pairing.agency && <UserText>{pairing.agency.name}</UserText>}
                </span>
                <Act variant="default" busy={allow.isPending} onClick={() => allow.mutate(pairing.id)}>
                  <Trans>Allow again</Trans>
                </Act>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fetched>
  );
}

function RuleOut() {
  const { t } = useLingui();
  const choices = usePairingChoices();
  const ruleOut = useRuleOut();
  const [chosen, setChosen] = useState("");
  const { missing, isThere } = useMissing(chosen);
  if (!choices.data) return <Fetched query={choices}>{() => null}</Fetched>;
  const { groups, agencies } = choices.data;
  if (groups.length === 0)
    return (
      <p className="soft">
        <Trans>After your first confirmed Friday you can choose here.</Trans>
      </p>
    );
  const [noun, id] = chosen.split(" ");
  return (
    <>
      <NativeSelect
        size="md"
        label={t`Not with`}
        value={chosen}
        error={missing && t`Choose a group or a partner`}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: "", label: t`Choose a group or a partner` },
          ...groups.map((group) => ({ value: `group ${group.id}`, label: group.name })),
          ...agencies.map((agency) => ({
            value: `agency ${agency.id}`,
            label: t`All groups of ${agency.name}`,
          })),
        ]}
      />
      <Problem tried="form" error={ruleOut.error} />
      <div>
        <Act
          variant="default"
          busy={ruleOut.isPending}
          onClick={() => {
            if (!isThere() || !id) return;
            ruleOut.mutate(noun === "group" ? { group: id } : { agency: id }, {
              onSuccess: () => setChosen(""),
            });
          }}
        >
          <Trans>Do not ask me for it</Trans>
        </Act>
      </div>
    </>
  );
}

/** With whom not. Nobody but the reader can see it. */
export function Pairings() {
  return (
    <section className="card">
      <h2>
        <Trans>Not this pairing</Trans>
      </h2>
      <p className="soft">
        <Trans>
          No reason needed, and nobody else sees it: for them you are simply not available. What you have said
          yes to stays until you say otherwise.
        </Trans>
      </p>
      <RuledOut />
      <RuleOut />
    </section>
  );
}
