import { NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { staleNow } from "../../desk/stale";
import { StaleChoice } from "../../desk/StaleChoice";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { changed, type Choices, choicesOf, choose, letters, missing } from "./matching";
import { acts, type Column, type Field, type Import, type Kind } from "./queries";
import { fieldWords } from "./words";

/** What a field is called, and a column: by its header, or as spreadsheets count it. */
function useNames(kind: Kind) {
  const { i18n, t } = useLingui();
  const field = (name: string) => {
    const words = fieldWords(kind, name);
    return words ? i18n._(words) : name;
  };
  const column = ({ header, index }: Column) => {
    const letter = letters(index);
    return header || t`Column ${letter}`;
  };
  return { field, column };
}

interface LineProps {
  kind: Kind;
  column: Column;
  fields: Field[];
  chosen: string | null;
  take: (field: string | null) => void;
}

function Line({ kind, column, fields, chosen, take }: LineProps) {
  const { t } = useLingui();
  const names = useNames(kind);
  const header = names.column(column);
  return (
    <li className="column" data-out={chosen === null || undefined}>
      <div>
        <strong>
          <UserText>{header}</UserText>
        </strong>
        <ul className="samples soft small" aria-label={t`For example`}>
          {column.samples.map((sample) => (
            <li key={sample} dir="auto">
              {sample}
            </li>
          ))}
          {column.samples.length === 0 && (
            <li>
              <Trans>empty</Trans>
            </li>
          )}
        </ul>
      </div>
      {column.for_reading ? (
        <p className="soft">
          <Trans>Left out: this is changed in Passerelle, not by a spreadsheet.</Trans>
        </p>
      ) : (
        <NativeSelect
          aria-label={t`What “${header}” is`}
          size="md"
          value={chosen ?? ""}
          onChange={(event) => take(event.currentTarget.value || null)}
          data={[
            { value: "", label: t`Leave this column out` },
            ...fields.map(({ name, required }) => ({
              value: name,
              label: required ? t`${names.field(name)} (needed)` : names.field(name),
            })),
          ]}
        />
      )}
    </li>
  );
}

/** What is still needed before a row can be read; said again whenever it changes. */
function Lacking({ kind, fields, choices }: { kind: Kind; fields: Field[]; choices: Choices }) {
  const names = useNames(kind);
  const { i18n, t } = useLingui();
  const or = new Intl.ListFormat(i18n.locale, { type: "disjunction" });
  const lacking = missing(fields, choices);
  return (
    <div role="status">
      {lacking.map(({ name, instead }) => {
        const wanted = or.format([name, ...instead].map(names.field));
        return (
          <p key={name} className="note" data-kind="warning">
            <Trans>Choose the column that has: {wanted}</Trans>
          </p>
        );
      })}
      {lacking.length === 0 && <span className="visually-hidden">{t`Every needed column is chosen.`}</span>}
    </div>
  );
}

/** What each column of the sheet is; what its header suggests is chosen already. */
export function Columns({ found }: { found: Import }) {
  const navigate = useNavigate();
  const names = useNames(found.kind);
  const { t } = useLingui();
  const [opened] = useState(found);
  const [choices, setChoices] = useState(() => choicesOf(opened.columns));
  const match = useAct(acts.match);
  const lacking = missing(found.fields, choices).length > 0;
  const differing = changed(opened.columns, choices);
  const send = (version: number, columns: typeof differing) =>
    match.mutate({ id: found.id, version, columns }, { onSuccess: () => void navigate("?step=rows") });
  const now = staleNow<Import>(match.error);
  if (now) {
    const said = (field: string | null) => (field ? names.field(field) : t`Leave this column out`);
    const theirs = changed(now.columns, choices);
    return (
      <StaleChoice
        lines={theirs.map(({ index, field }) => {
          const column = now.columns[index] as Column;
          return { label: names.column(column), now: said(column.field), mine: said(field) };
        })}
        busy={match.isPending}
        keepTheirs={() => void navigate("?step=rows")}
        writeMine={() => send(now.version, theirs)}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacking) return;
    if (differing.length) send(opened.version, differing);
    else void navigate("?step=rows");
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        <Trans>
          What is in each column? What its heading says is chosen already; put right what is wrong.
        </Trans>
      </p>
      <Lacking kind={found.kind} fields={found.fields} choices={choices} />
      <ul className="card columns">
        {found.columns.map((column) => (
          <Line
            key={column.index}
            kind={found.kind}
            column={column}
            fields={found.fields}
            chosen={choices[column.index] ?? null}
            take={(field) => setChoices(choose(choices, column.index, field, found.fields))}
          />
        ))}
      </ul>
      <Problem tried="form" error={match.error} />
      <div>
        <Act type="submit" busy={match.isPending || lacking}>
          {match.isPending ? <Trans>Checking every row…</Trans> : <Trans>Check the rows</Trans>}
        </Act>
      </div>
    </form>
  );
}
