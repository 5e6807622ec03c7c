import { StaleChoice } from "../../../desk/StaleChoice";
import { UserText } from "../../../ui/UserText";
import { differences } from "../ask/TwoVersions";
import { draftOf } from "../draft/draft";
import type { Draft, Session } from "../draft/form";
import { type Around, useRows } from "../Rows";

interface Props {
  now: Session;
  mine: Draft;
  around: Around;
  busy: boolean;
  keepTheirs: () => void;
  writeMine: () => void;
}

/** What stands now and what was typed, line by line where they differ. */
export function StaleDetails({ now, mine, around, ...choice }: Props) {
  const rows = useRows();
  const lines = differences(rows(mine, around), rows(draftOf(now), around)).map((line) => ({
    label: line.label,
    now: <UserText>{line.theirs}</UserText>,
    mine: <UserText>{line.mine}</UserText>,
  }));
  return <StaleChoice lines={lines} {...choice} />;
}
