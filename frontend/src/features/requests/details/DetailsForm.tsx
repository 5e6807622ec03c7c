import { Trans } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useEffect } from "react";
import { Act } from "../../../ui/Act";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { Problem } from "../../../ui/states";
import { BriefFields } from "../fields/BriefFields";
import { OurPeople } from "../fields/OurPeople";
import { Requirements } from "../fields/Requirements";
import { Languages } from "../fields/WhoComes";
import { type Session, useAcquainted } from "../queries";
import { StaleDetails } from "./StaleDetails";
import { useDetails } from "./useDetails";

interface Props {
  session: Session;
  /** The id of the field to begin with. */
  first: string;
  /** Whether another language may be named here: the team opens the place for it as well. */
  anyLanguage: boolean;
  close: () => void;
}

function useAround(session: Session) {
  const acquainted = useAcquainted(session.group.id).data ?? [];
  const named = session.named ? [[session.named.id, session.named.first_name] as const] : [];
  const names = Object.fromEntries([
    ...named,
    ...acquainted.map(({ id, first_name }) => [id, first_name] as const),
  ]);
  return { groups: [], members: [], names };
}

interface PartProps {
  title: ReactNode;
  /** The beginnings of the paths of what is in it. */
  fields: string[];
  first: string;
  problems: Record<string, string>;
  children: ReactNode;
}

/** Folded away, unless one begins there or something is wrong in it. */
function Part({ title, fields, first, problems, children }: PartProps) {
  const isIn = (path: string) => fields.some((field) => path.startsWith(field));
  return (
    <details className="more" open={isIn(first) || Object.keys(problems).some(isIn)}>
      <summary>{title}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}

/** What a session is about and who is there for it, written anew after it was sent. */
export function DetailsForm({ session, first, anyLanguage, close }: Props) {
  const { typed, change, problems, error, busy, save, stale, saveOnto } = useDetails(session, close);
  const around = useAround(session);
  useEffect(() => document.querySelector<HTMLElement>(`#${first}`)?.focus(), [first]);
  if (stale)
    return (
      <StaleDetails
        {...stale}
        around={around}
        busy={busy}
        keepTheirs={close}
        writeMine={() => saveOnto(stale.mine, stale.now)}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const fields = { draft: typed, change, problems };
  const planned = session.state !== "requested";
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      <Part
        title={<Trans>Contact and staff</Trans>}
        fields={["contact", "staff_present"]}
        first={first}
        problems={problems}
      >
        <OurPeople {...fields} agency={undefined} />
      </Part>
      <Part title={<Trans>What it is about</Trans>} fields={["brief"]} first={first} problems={problems}>
        <BriefFields {...fields} />
      </Part>
      <Part title={<Trans>Languages</Trans>} fields={["needs"]} first={first} problems={problems}>
        <Languages {...fields} fixed={planned && !anyLanguage} />
        {planned && (
          <p className="soft">
            {anyLanguage ? (
              <Trans>For another language, open a place on the board as well.</Trans>
            ) : (
              <Trans>For another language, propose a change and say it there.</Trans>
            )}
          </p>
        )}
      </Part>
      <Requirements {...fields} />
      {planned && (
        <p className="soft">
          <Trans>Places that are open already keep what they ask of an interpreter.</Trans>
        </p>
      )}
      <Problem tried="form" error={error} />
      <div className="row">
        <Act type="submit" busy={busy}>
          <Trans>Save</Trans>
        </Act>
        <Act variant="default" onClick={close}>
          <Trans>Leave it as it is</Trans>
        </Act>
      </div>
    </form>
  );
}
