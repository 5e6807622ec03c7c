import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { SideBySide } from "../../../desk/SideBySide";
import { Act } from "../../../ui/Act";
import { UserText } from "../../../ui/UserText";
import { draftOf } from "../draft/draft";
import type { Draft, Session } from "../draft/form";
import { type Around, type Row, useRows } from "../Rows";

interface Props {
  mine: Draft;
  theirs: Session;
  around: Around;
  keepMine: () => void;
  keepTheirs: () => void;
}

interface Difference {
  key: string;
  label: string;
  mine: string;
  theirs: string;
}

const wordsOf = (rows: Row[], wanted: string) => rows.find(({ key }) => key === wanted)?.words ?? "–";

/** The lines in which two versions differ. */
export function differences(mine: Row[], theirs: Row[]): Difference[] {
  const labels = new Map([...theirs, ...mine].map(({ key, label }) => [key, label]));
  return [...labels]
    .map(([key, label]) => ({ key, label, mine: wordsOf(mine, key), theirs: wordsOf(theirs, key) }))
    .filter((line) => line.mine !== line.theirs);
}

/** Two devices wrote: both versions side by side, and a person says which one counts. Nothing is lost before that. */
export function TwoVersions({ mine, theirs, around, keepMine, keepTheirs }: Props) {
  const { t } = useLingui();
  const rows = useRows();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const differ = differences(rows(mine, around), rows(draftOf(theirs), around));
  return (
    <section className="card versions" role="alertdialog" aria-labelledby="versions" tabIndex={-1} ref={box}>
      <h2 id="versions">
        <Trans>This request was changed on another device too</Trans>
      </h2>
      <p>
        <Trans>Choose which one to go on with. Until then both are kept.</Trans>
      </p>
      <SideBySide
        heads={[t`On this device`, t`In your account`]}
        lines={differ.map((line) => ({
          label: line.label,
          first: <UserText>{line.mine}</UserText>,
          second: <UserText>{line.theirs}</UserText>,
        }))}
      />
      <div className="row">
        <Act onClick={keepMine}>
          <Trans>Go on with this device’s</Trans>
        </Act>
        <Act variant="default" onClick={keepTheirs}>
          <Trans>Go on with the account’s</Trans>
        </Act>
      </div>
    </section>
  );
}
