import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { useAct } from "../../lib/useAct";
import { acts, type Person } from "./queries";

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The address, shown this once, and a way to take it along. */
function Made({ path }: { path: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  const address = `${window.location.origin}${path}`;
  return (
    <div className="stack-tight">
      <TextInput label={t`Link, shown this once`} size="md" readOnly dir="ltr" value={address} />
      <div className="row" role="status">
        <Act
          onClick={() =>
            void navigator.clipboard.writeText(address).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          <Trans>Copy the link</Trans>
        </Act>
        {copied && <Trans>Copied</Trans>}
      </div>
    </div>
  );
}

/** For somebody booked by phone: a link with which they make their own account, and everything of theirs is in it. */
export function ClaimLink({ person }: { person: Person }) {
  const { i18n } = useLingui();
  const make = useAct(acts.makeLink);
  const withdraw = useAct(acts.withdrawLink);
  const { id, has_account } = person.interpreter;
  const until = person.claim_until && momentWords(person.claim_until, i18n.locale, here());
  return (
    <section className="card">
      <h2>
        <Trans>Account</Trans>
      </h2>
      {has_account ? (
        <p>
          <Trans>Signs in and answers for themselves.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>
              Booked by phone. With a link they make an account of their own; what they were asked and booked
              for is theirs then.
            </Trans>
          </p>
          {until && (
            <p className="soft">
              <Trans>A link is on its way and works until {until}.</Trans>
            </p>
          )}
          {until && make.data && <Made path={make.data.path} />}
          <Problem error={make.error ?? withdraw.error} />
          <div className="row">
            <Act variant="default" busy={make.isPending} onClick={() => make.mutate(id)}>
              {until ? <Trans>Make a new link</Trans> : <Trans>Make a link</Trans>}
            </Act>
            {until && (
              <Act variant="subtle" busy={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
                <Trans>Withdraw the link</Trans>
              </Act>
            )}
          </div>
        </>
      )}
    </section>
  );
}
