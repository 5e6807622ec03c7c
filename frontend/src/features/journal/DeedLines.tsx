import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { clock, ownZone } from "../../lib/time/words";
import { changeWords } from "../../desk/changes";
import { UserText } from "../../ui/UserText";
import type { Deed } from "./acts";
import type { Filters, Line } from "./queries";
import { Thing } from "./Thing";

function OneLine({ line, narrow }: { line: Line; narrow: (filters: Filters) => void }) {
  const { i18n } = useLingui();
  return (
    <>
      <strong>{i18n._(changeWords(line.type, line.kind))}</strong> · <Thing line={line} />{" "}
      <button type="button" className="plain small" onClick={() => narrow({ thing: line.id })}>
        <Trans>only this</Trans>
      </button>
    </>
  );
}

function Who({ deed, narrow }: { deed: Deed; narrow: (filters: Filters) => void }) {
  const { by, byId, lines } = deed;
  if (by && byId)
    return (
      <button type="button" className="plain" onClick={() => narrow({ who: byId })}>
        <UserText>{by}</UserText>
      </button>
    );
  // Who said no is nobody's to look up.
  if (lines.some(({ kind }) => kind === "declined")) return <Trans>Somebody who was asked</Trans>;
  return <Trans>By itself</Trans>;
}

/** One deed: when, who, what; and behind a fold what followed from it. */
export function DeedLines({ deed, narrow }: { deed: Deed; narrow: (filters: Filters) => void }) {
  const { i18n } = useLingui();
  const zone = ownZone();
  const [first, ...more] = deed.lines;
  if (!first) return null;
  return (
    <li className="deed">
      <span className="soft">{clock(deed.at, i18n.locale, zone)}</span>
      <span className="deed-who">
        <Who deed={deed} narrow={narrow} />
      </span>
      <div>
        <OneLine line={first} narrow={narrow} />
        {more.length > 0 && (
          <details>
            <summary className="small">
              <Plural value={more.length} one="# more from it" other="# more from it" />
            </summary>
            <ul className="stack-tight small">
              {more.map((line, at) => (
                <li key={`${line.id}-${line.kind}-${String(at)}`}>
                  <OneLine line={line} narrow={narrow} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
