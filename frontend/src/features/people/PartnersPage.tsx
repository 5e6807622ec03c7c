import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "react-router";
import { More } from "../../ui/More";
import { EmptyState, Fetched } from "../../ui/states";
import { partnerActs, useAgencies } from "./partnerQueries";
import { useAct } from "../../lib/useAct";
import { Sites } from "./Sites";
import { SmallForm } from "./SmallForm";
import { Travel } from "./Travel";
import "./people.css";

function AddPartner() {
  const { t } = useLingui();
  const [count, setCount] = useState(0);
  const add = useAct(partnerActs.addAgency);
  return (
    <SmallForm
      key={count}
      fields={[{ name: "name", label: t`Name of the partner` }]}
      start={{}}
      error={add.error}
      busy={add.isPending}
      words={<Trans>Add a partner</Trans>}
      send={({ name = "" }) => add.mutate({ name }, { onSuccess: () => setCount(count + 1) })}
    />
  );
}

/** Partners, and the places where their groups meet. */
export function PartnersPage() {
  const agencies = useAgencies();
  return (
    <>
      <h1>
        <Trans>Partners</Trans>
      </h1>
      <section className="card">
        <Fetched aged query={agencies}>
          {({ pages }) => {
            const found = pages.flatMap((page) => page.results);
            return (
              <>
                {found.length === 0 && (
                  <EmptyState title={<Trans>No partner yet</Trans>}>
                    <p>
                      <Trans>Add the first one; then the place where their group meets, and the group.</Trans>
                    </p>
                  </EmptyState>
                )}
                <ul>
                  {found.map(({ id, name }) => (
                    <li key={id}>
                      <Link to={`/team/partners/${id}`} className="back" dir="auto">
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
                <More of={agencies} />
              </>
            );
          }}
        </Fetched>
        <AddPartner />
      </section>
      <Sites />
      <Travel />
    </>
  );
}
