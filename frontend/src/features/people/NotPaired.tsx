import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { Schema } from "../../api/client";
import { Act } from "../../ui/Act";
import { Chooser, type Found, type Option } from "../../desk/Chooser";
import { Fetched, Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { groupsFound, type Pairing, pairingActs, usePairings } from "./pairingQueries";
import { useAct } from "../../lib/useAct";
import { isolated } from "../../lib/names";

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
  const { t, i18n } = useLingui();
  const rule = useAct(pairingActs.ruleOut);
  const [chosen, setChosen] = useState<Option | null>(null);
  const [noun, pk] = chosen?.value.split(" ") ?? [];
  // Whole partners first, then their groups one by one.
  const shown = ({ results: groups, next }: Schema["GroupPage"]): Found => {
    const partners = new Map(groups.map(({ agency: { id, name } }) => [id, name]));
    const whole = [...partners].map(([partner, name]) => ({
      value: `agency ${partner}`,
      label: t`All groups of ${name}`,
    }));
    const each = groups.map(({ id, name, agency }) => ({
      value: `group ${id}`,
      label: `${name} (${isolated(agency.name)})`,
    }));
    return { options: [...whole, ...each], more: next !== null };
  };
  const send = () => {
    if (!pk) return;
    const whom = noun === "group" ? { group: pk } : { agency: pk };
    rule.mutate({ interpreter, ...whom }, { onSuccess: () => setChosen(null) });
  };
  return (
    <div className="stack-tight">
      <Chooser
        label={t`Not with`}
        none={t`Choose a group or a partner`}
        from={(search) => groupsFound(search, i18n.locale, shown)}
        chosen={chosen}
        choose={setChosen}
      />
      <Problem tried="form" error={rule.error} />
      <div>
        <Act variant="default" busy={rule.isPending || !pk} onClick={send}>
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
