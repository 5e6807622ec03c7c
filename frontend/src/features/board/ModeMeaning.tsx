import { Trans } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { UserText } from "../../ui/UserText";
import { Names } from "../../ui/Names";

/** Who stays and who is let go, in words; the partner hears of it in any case. */
export function ModeMeaning({
  line,
  option,
}: {
  line: Schema["SessionModes"];
  option: Schema["ModeOption"];
}) {
  const keeps = option.keeps.map(({ name }) => name);
  return (
    <ul className="stack-tight">
      {keeps.length > 0 && (
        <li>
          <Trans>
            <Names of={keeps} />: told, and stays
          </Trans>
        </li>
      )}
      {option.let_go.map(({ interpreter, reasons }) => (
        <li key={interpreter.id} className="hard">
          <Trans>
            <UserText>{interpreter.name}</UserText>: told that they are not needed this time
          </Trans>{" "}
          <span className="small">({reasons.join(" ")})</span>
        </li>
      ))}
      <li>
        <Trans>
          <UserText>{line.agency_name}</UserText>: told how it is held
        </Trans>
      </li>
    </ul>
  );
}
