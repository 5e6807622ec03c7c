import { Trans, useLingui } from "@lingui/react/macro";
import { momentWords, ownZone } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Fetched, Problem } from "../../ui/states";
import { useDevice } from "./device";
import { type SignIn, useEndOthers, useEndSignIn, useOwnWords, useSignIns } from "./queries";
import "./devices.css";

function When({ row }: { row: SignIn }) {
  const { i18n } = useLingui();
  const [seen, since] = [row.seen, row.since].map((at) => momentWords(at, i18n.locale, ownZone()));
  return (
    <span className="soft">
      {row.is_here ? <Trans>This device</Trans> : <Trans>Last seen on {seen}</Trans>}
      {" · "}
      <Trans>signed in since {since}</Trans>
    </span>
  );
}

function Row({ row }: { row: SignIn }) {
  const { t } = useLingui();
  const end = useEndSignIn();
  const device = useDevice(row);
  return (
    <li className="device">
      <span className="device-about">
        <bdi className="device-name">{device}</bdi>
        <When row={row} />
      </span>
      {!row.is_here && (
        <Act
          variant="default"
          busy={end.isPending}
          aria-label={t`Sign out there: ${device}`}
          onClick={() => end.mutate(row.id)}
        >
          <Trans>Sign out there</Trans>
        </Act>
      )}
      <Problem error={end.error} />
    </li>
  );
}

function Others() {
  const end = useEndOthers();
  return (
    <div className="stack-tight">
      <Problem error={end.error} />
      <div>
        <Act variant="default" busy={end.isPending} onClick={() => end.mutate(null)}>
          <Trans>Sign out everywhere else</Trans>
        </Act>
      </div>
    </div>
  );
}

function SignIns({ rows }: { rows: SignIn[] }) {
  return (
    <>
      <ul className="devices">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {rows.some((row) => !row.is_here) && <Others />}
    </>
  );
}

/** Where one is signed in, and the way to end it. Its words come with it: nobody’s phone keeps them. */
export function DevicesPage() {
  const words = useOwnWords();
  const found = useSignIns();
  return (
    <div className="narrow stack">
      <h1>
        <Trans>My devices</Trans>
      </h1>
      <Fetched query={words}>
        {() => (
          <section className="card">
            <p className="soft">
              <Trans>
                Here you are signed in. Is one of them not yours, or no longer with you? Sign out there, and
                tell the team.
              </Trans>
            </p>
            <Fetched query={found}>{(rows) => <SignIns rows={rows} />}</Fetched>
          </section>
        )}
      </Fetched>
    </div>
  );
}
