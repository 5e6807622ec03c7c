import { Trans, useLingui } from "@lingui/react/macro";
import { changeWords } from "../../desk/changes";
import { clock, ownZone } from "../../lib/time/words";
import { UserText } from "../../ui/UserText";
import { accessWords, type AuditFilters, type AuditLine, refusedWords } from "./accesses";
import { Thing } from "./Thing";

interface Props {
  line: AuditLine;
  narrow: (filters: AuditFilters) => void;
}

function Nobody({ line }: { line: AuditLine }) {
  if (line.kind === "sign_in_failed") return <Trans>Nobody we know</Trans>;
  // Who said no is nobody's to look up.
  return line.kind === "declined" ? <Trans>Somebody who was asked</Trans> : <Trans>By itself</Trans>;
}

/** Whoever did it; of a sign-in that failed, as whom. */
function Who({ line, narrow }: Props) {
  const { actor, actor_name: name, kind } = line;
  if (!actor || !name) return <Nobody line={line} />;
  const button = (
    <button type="button" className="plain" onClick={() => narrow({ who: actor })}>
      <UserText>{name}</UserText>
    </button>
  );
  return kind === "sign_in_failed" ? <Trans>Somebody, as {button}</Trans> : button;
}

function Refused({ act }: { act: string }) {
  const { i18n } = useLingui();
  const { wanted, address } = refusedWords(act);
  return (
    <>
      {wanted && i18n._(wanted)}{" "}
      <bdi dir="ltr" className="small">
        {address}
      </bdi>
    </>
  );
}

function What({ line, narrow }: Props) {
  const { i18n } = useLingui();
  const words = line.logged === "change" ? changeWords(line.type, line.kind) : accessWords(line.kind);
  const { id } = line;
  return (
    <div>
      <strong>{i18n._(words)}</strong>
      {line.act && (
        <>
          {" · "}
          <Refused act={line.act} />
        </>
      )}
      {line.type && (
        <>
          {" · "}
          <Thing line={line} />
        </>
      )}{" "}
      {id && (
        <button type="button" className="plain small" onClick={() => narrow({ thing: id })}>
          <Trans>only this</Trans>
        </button>
      )}
    </div>
  );
}

/** One line: when, who, and what they did, looked at or were refused. */
export function AuditRow({ line, narrow }: Props) {
  const { i18n } = useLingui();
  return (
    <li className="deed" data-logged={line.logged}>
      <span className="soft">{clock(line.at, i18n.locale, ownZone())}</span>
      <span className="deed-who">
        <Who line={line} narrow={narrow} />
      </span>
      <What line={line} narrow={narrow} />
    </li>
  );
}
