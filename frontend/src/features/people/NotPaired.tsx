import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { Act } from "../../ui/Act";
import { Fetched, Problem, Unread } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { type Pairing, pairingActs, useGroups, usePairings } from "./pairingQueries";
import { useAct } from "../../lib/useAct";

/** Whom a pairing rules out: one group of a partner, or all of them. */
function Whom({ pairing: { group, agency } }: { pairing: Pairing }) {
  const name = agency && <UserText>{agency.name}</UserText>;
  if (!group) return <Trans>All groups of {name}</Trans>;
  return (
    <>
      <UserText>{group.name}</UserText>
      {name && <> · {name}</>}
    </>
  );
}

interface ListProps {
  of: (pairing: Pairing) => boolean;
  /** Named on the page of a partner; on the interpreter's own it would only repeat the heading. */
  naming?: boolean;
}

function RuledOut({ of, naming }: ListProps) {
  const pairings = usePairings();
  const allow = useAct(pairingActs.allow);
  return (
    <Fetched query={pairings}>
      {(found) => (
        <>
          <Problem error={allow.error} />
          <ul>
            {found.filter(of).map((pairing) => (
              <li key={pairing.id} className="asked row between">
                <span>
                  {naming && (
                    <>
                      <Link to={`/team/people/${pairing.interpreter.id}`} dir="auto">
                        {pairing.interpreter.name}
                      </Link>
                      {" · "}
                    </>
                  )}
                  <Whom pairing={pairing} />
                </span>
                <Act variant="default" busy={allow.isPending} onClick={() => allow.mutate(pairing.id)}>
                  <Trans>Allow again</Trans>{" "}
                  <span className="visually-hidden">
                    {pairing.interpreter.name} {pairing.group?.name ?? pairing.agency?.name}
                  </span>
                </Act>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fetched>
  );
}

function RuleOut({ interpreter }: { interpreter: string }) {
  const { t } = useLingui();
  const groups = useGroups();
  const rule = useAct(pairingActs.ruleOut);
  const [chosen, setChosen] = useState("");
  const [noun, id] = chosen.split(" ");
  const partners = new Map((groups.data ?? []).map(({ agency }) => [agency.id, agency.name]));
  const send = () => {
    if (!id) return;
    const whom = noun === "group" ? { group: id } : { agency: id };
    rule.mutate({ interpreter, ...whom }, { onSuccess: () => setChosen("") });
  };
  return (
    <div className="stack-tight">
      <NativeSelect
        label={t`Not with`}
        size="md"
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: "", label: t`Choose a group or a partner` },
          ...[...partners].map(([partner, name]) => ({
            group: name,
            items: [
              { value: `agency ${partner}`, label: t`All groups of ${name}` },
              ...(groups.data ?? [])
                .filter(({ agency }) => agency.id === partner)
                .map((group) => ({ value: `group ${group.id}`, label: group.name })),
            ],
          })),
        ]}
      />
      <Unread of={groups} />
      <Problem tried="form" error={rule.error} />
      <div>
        <Act variant="default" busy={rule.isPending || !id} onClick={send}>
          <Trans>Do not bring them together</Trans>
        </Act>
      </div>
    </div>
  );
}

function NotThisPairing({ children }: { children: ReactNode }) {
  return (
    <section className="card">
      <h2>
        <Trans>Not this pairing</Trans>
      </h2>
      <p className="soft">
        <Trans>
          On a partner’s word, without a reason. Only you see this; for everyone else of the team the person
          is simply not available. What they said yes to stays until it is freed. What is about safety goes to
          the safeguarding lead.
        </Trans>
      </p>
      {children}
    </section>
  );
}

/** With whom an interpreter is not to be put, as the reader alone has set it. */
export function NotPairedWith({ interpreter }: { interpreter: string }) {
  return (
    <NotThisPairing>
      <RuledOut of={(pairing) => pairing.interpreter.id === interpreter} />
      <RuleOut interpreter={interpreter} />
    </NotThisPairing>
  );
}

/** Who is not to be put with a partner's groups, as the reader alone has set it. */
export function NotPairedAt({ agency }: { agency: string }) {
  return (
    <NotThisPairing>
      <RuledOut naming of={(pairing) => pairing.agency?.id === agency} />
      <p>
        <Link to="/team/people" className="back">
          <Trans>Choose the interpreter it is about</Trans>
        </Link>
      </p>
    </NotThisPairing>
  );
}
