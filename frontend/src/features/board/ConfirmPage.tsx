import { TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { Schema } from "../../api/client";
import { useAct } from "../../lib/useAct";
import { dayWords, foreignZone } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Clocks } from "../../ui/Hours";
import { EmptyState, Fetched, Problem } from "../../ui/states";
import { StatusNote } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { staleNow } from "../../desk/stale";
import { acts } from "./acts";
import { useConfirmation } from "./queries";
import { willBeConfirmed } from "./readiness";
import { StaleConfirm } from "./StaleConfirm";
import { hearers } from "./told";
import { Resolve } from "./Warnings";
import { WhoIsTold } from "./WhoIsTold";
import "./board.css";

type Preview = Schema["ConfirmationPreview"];
type Readiness = Schema["SessionReadiness"];

function Line({ line, reason, write }: { line: Readiness; reason: string; write: (reason: string) => void }) {
  const { t } = useLingui();
  const { session } = line;
  const will = willBeConfirmed(line, reason);
  return (
    <li className="card">
      <div className="row between">
        <strong>
          <Clocks start={session.starts_at} end={session.ends_at} zone={session.site.time_zone} />{" "}
          <UserText>{session.group.name}</UserText>
        </strong>
        {line.already_confirmed ? (
          <StatusNote kind="confirmed">
            <Trans>Confirmed already</Trans>
          </StatusNote>
        ) : will ? (
          <StatusNote kind="yes">
            <Trans>Will be confirmed</Trans>
          </StatusNote>
        ) : (
          <StatusNote kind="gap">
            <Trans>Stays planned</Trans>
          </StatusNote>
        )}
      </div>
      {line.blocks.map(({ code, message }, at) => (
        <p key={`${code}-${String(at)}`} className="note" data-kind="problem">
          {message}
        </p>
      ))}
      {line.warnings.map(({ code, message }, at) => (
        <p key={`${code}-${String(at)}`} className="warning small">
          {message}
          <Resolve code={code} session={session.id} />
        </p>
      ))}
      {line.needs_gap_reason && (
        <TextInput
          label={t`Why it may go ahead with an empty place`}
          size="md"
          dir="auto"
          value={reason}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
    </li>
  );
}

function DayOf({ session }: { session: Readiness["session"] }) {
  const { i18n } = useLingui();
  const zone = session.site.time_zone;
  const named = foreignZone(zone, i18n.locale, session.starts_at);
  return (
    <p>
      {dayWords(session.starts_at, i18n.locale, zone)}
      {named && <span className="soft"> · {named}</span>}
    </p>
  );
}

/** Fewer therapists than a day needs: why it is confirmed all the same. */
function Short(props: { blocks: Preview["blocks"]; reason: string; write: (reason: string) => void }) {
  const { t } = useLingui();
  return (
    <div className="note stack-tight" data-kind="warning">
      {props.blocks.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
      <TextInput
        label={t`Why it is confirmed without two therapists`}
        size="md"
        dir="auto"
        value={props.reason}
        onChange={(event) => props.write(event.currentTarget.value)}
      />
    </div>
  );
}

function ConfirmForm({ id, preview }: { id: string; preview: Preview }) {
  const navigate = useNavigate();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [therapists, setTherapists] = useState("");
  const [sent, setSent] = useState<Preview | null>(null);
  const confirm = useAct(acts.confirm);
  const ready = preview.sessions.filter((line) => willBeConfirmed(line, reasons[line.session.id] ?? ""));
  const short = preview.blocks.length > 0;
  const first = preview.sessions[0]?.session;
  const stale = staleNow(confirm.error) !== null;
  const send = () => {
    setSent(preview);
    confirm.mutate(
      {
        id,
        version: preview.version,
        gap_reasons: Object.entries(reasons)
          .filter(([, reason]) => reason.trim())
          .map(([session, reason]) => ({ session, reason })),
        therapists_reason: therapists,
      },
      { onSuccess: () => void navigate(`/team/visits/${id}`) },
    );
  };
  return (
    <div className="stack confirm">
      {first && <DayOf session={first} />}
      {preview.sessions.length === 0 && (
        <EmptyState title={<Trans>No session is planned on this day</Trans>} />
      )}
      <ul className="stack">
        {preview.sessions.map((line) => (
          <Line
            key={line.session.id}
            line={line}
            reason={reasons[line.session.id] ?? ""}
            write={(reason) => setReasons({ ...reasons, [line.session.id]: reason })}
          />
        ))}
      </ul>
      {short && <Short blocks={preview.blocks} reason={therapists} write={setTherapists} />}
      <WhoIsTold hearers={hearers(preview, reasons)} />
      {stale && sent ? (
        <StaleConfirm
          sent={sent}
          now={preview}
          reasons={reasons}
          busy={confirm.isPending}
          keepTheirs={confirm.reset}
          writeMine={send}
        />
      ) : (
        <Problem tried="form" error={confirm.error} />
      )}
      <div className="row">
        <Act
          busy={stale || confirm.isPending || ready.length === 0 || (short && !therapists.trim())}
          onClick={send}
        >
          <Plural
            value={ready.length}
            _0="Nothing can be confirmed yet"
            one="Confirm # session"
            other="Confirm # sessions"
          />
        </Act>
        <Link to={`/team/visits/${id}`}>
          <Trans>Back to the board</Trans>
        </Link>
      </div>
    </div>
  );
}

/** What confirming would do, then the one act. */
export function ConfirmPage() {
  const { visitId = "" } = useParams();
  const preview = useConfirmation(visitId);
  return (
    <>
      <Fetched aged whole query={preview}>
        {(found) => (
          <>
            <h1>
              {found.state === "confirmed" ? <Trans>Confirm the rest</Trans> : <Trans>Confirm the day</Trans>}
            </h1>
            <ConfirmForm id={visitId} preview={found} />
          </>
        )}
      </Fetched>
    </>
  );
}
