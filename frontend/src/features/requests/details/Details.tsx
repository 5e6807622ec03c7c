import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useParameters } from "../../../lib/useParameters";
import { Act } from "../../../ui/Act";
import { draftOf } from "../draft/draft";
import type { Session } from "../queries";
import { Facts, useRows } from "../Rows";
import { DetailsForm } from "./DetailsForm";

/** What stands in the head of the page, and what has a part of its own. */
const SHOWN_ABOVE = new Set(["group", "when", "mode", "told"]);

const [CONTACT, BRIEF] = ["contact-name", "brief-theme"];

/** What the board warns of, with the field that resolves it. */
function Lacking({ session, open }: { session: Session; open: (first: string) => void }) {
  const { contact, brief } = session;
  const vague = !brief.theme && !brief.notes;
  if (contact && !vague) return null;
  return (
    <div className="note stack-tight" data-kind="warning">
      {!contact && (
        <div className="row between">
          <p>
            <Trans>There is nobody to call on the day yet.</Trans>
          </p>
          <Act variant="default" onClick={() => open(CONTACT)}>
            <Trans>Add a contact</Trans>
          </Act>
        </div>
      )}
      {vague && (
        <div className="row between">
          <p>
            <Trans>Nothing says yet what it is about.</Trans>
          </p>
          <Act variant="default" onClick={() => open(BRIEF)}>
            <Trans>Say what it is about</Trans>
          </Act>
        </div>
      )}
    </div>
  );
}

interface Props {
  session: Session;
  title: ReactNode;
  /** Whether another language may be named after the session was planned. */
  anyLanguage?: boolean;
  children?: ReactNode;
}

/** What was asked for, and the form that writes it anew. Which field it begins with stands in the address (`edit`). */
export function Details({ session, title, anyLanguage = false, children }: Props) {
  const rows = useRows();
  const [params, change] = useParameters();
  const named = session.named;
  const around = { groups: [], members: [], names: named ? { [named.id]: named.first_name } : {} };
  const facts = rows(draftOf(session), around).filter(({ key }) => !SHOWN_ABOVE.has(key));
  const first = params.get("edit");
  const go = (edit: string | null) => change(edit ? { edit } : {});
  const may = session.allowed_actions.includes("edit_details");
  return (
    <section className="card">
      <h2>{title}</h2>
      {first !== null ? (
        <DetailsForm session={session} first={first} anyLanguage={anyLanguage} close={() => go(null)} />
      ) : (
        <>
          {may && <Lacking session={session} open={go} />}
          <Facts rows={facts} />
          {may && (
            <div>
              <Act variant="default" onClick={() => go(CONTACT)}>
                <Trans>Change the details</Trans>
              </Act>
            </div>
          )}
          {children}
        </>
      )}
    </section>
  );
}
