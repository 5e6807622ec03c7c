import { Trans, useLingui } from "@lingui/react/macro";
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Schema } from "../../../api/client";
import { momentWords } from "../../../lib/time/words";
import { More } from "../../../ui/More";
import { Fetched } from "../../../ui/states";
import { UserText } from "../../../ui/UserText";
import { type HistoryLine, type Session, useHistory } from "../queries";

const WHAT: Record<Schema["SessionEvent"], MessageDescriptor> = {
  draft: msg`Draft begun`,
  edited: msg`Draft changed`,
  requested: msg`Request sent`,
  scheduled: msg`Planned`,
  confirmed: msg`Confirmed`,
  details_changed: msg`Details changed`,
  change_proposed: msg`Change proposed`,
  change_withdrawn: msg`Change taken back`,
  change_accepted: msg`Change accepted`,
  change_refused: msg`Change not possible`,
  moved: msg`Moved to another time`,
  mode_changed: msg`Held in another way`,
  therapists: msg`Therapists changed`,
  duty_phone: msg`Phone for the day changed`,
  told_changed: msg`Who hears of it changed`,
  cover: msg`Interpreters changed`,
  declined: msg`Declined`,
  withdrawn: msg`Taken back`,
  cancelled: msg`Cancelled`,
  held: msg`Held`,
  forgotten: msg`Notes or contact deleted after a while`,
  changed: msg`Changed`,
};

const BY: Record<Schema["Role"], MessageDescriptor> = {
  partner: msg`one of you`,
  team: msg`the team`,
  interpreter: msg`an interpreter`,
  system: msg`by itself`,
};

function Line({ line, zone }: { line: HistoryLine; zone: string }) {
  const { i18n } = useLingui();
  return (
    <li>
      <strong>{i18n._(WHAT[line.what])}</strong>
      <span>{line.name ? <UserText>{line.name}</UserText> : i18n._(BY[line.by])}</span>
      <time className="soft" dateTime={line.at}>
        {momentWords(line.at, i18n.locale, zone)}
      </time>
    </li>
  );
}

/** Who did what to the session, and when, the newest first. */
export function History({ session }: { session: Session }) {
  const history = useHistory(session.id);
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">
        <Trans>What happened so far</Trans>
      </h2>
      <Fetched query={history}>
        {(lines) => (
          <>
            <ol className="history">
              {lines.map((line) => (
                <Line key={`${line.at}-${line.what}`} line={line} zone={session.site.time_zone} />
              ))}
            </ol>
            <More of={history} />
          </>
        )}
      </Fetched>
    </section>
  );
}
