import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { download } from "../../lib/download";
import { useParameters } from "../../lib/useParameters";
import { ApiError, byField } from "../../api/errors";
import { useAct } from "../../lib/useAct";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { ChooseFile } from "./ChooseFile";
import { line } from "./line";
import { acts, type Kind } from "./queries";
import { fieldWords, KINDS, KNOWN, OFFERED } from "./words";

/** The columns a kind of sheet may have, and a sheet that has them and nothing else. */
function Known({ kind }: { kind: Kind }) {
  const { i18n, t } = useLingui();
  const names = KNOWN[kind].map((name) => i18n._(fieldWords(kind, name) ?? { id: name }));
  const delimiter = i18n.locale === "fr" ? ";" : ",";
  const empty = () =>
    download(
      // With the mark by which spreadsheet programs know the letters.
      new Blob(["\uFEFF", line(names, delimiter), "\r\n"], { type: "text/csv" }),
      `${t`example`}-${kind}.csv`,
    );
  return (
    <details>
      <summary>
        <Trans>Which columns are known</Trans>
      </summary>
      <div className="stack-tight">
        <p className="soft">
          <Trans>
            In any order, under these names or similar ones, in English, French or Arabic. What has another
            name is matched in the next step; what is not needed is left out.
          </Trans>
        </p>
        <ul className="known">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <div>
          <Act variant="default" onClick={empty}>
            <Trans>Download an example with these columns</Trans>
          </Act>
        </div>
      </div>
    </details>
  );
}

function KindChoice({ kind, choose }: { kind: Kind; choose: (kind: Kind) => void }) {
  const { i18n } = useLingui();
  return (
    <fieldset className="kinds">
      <legend>
        <Trans>What is in the sheet?</Trans>
      </legend>
      {OFFERED.map((one) => (
        <label key={one} className="kind">
          <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => choose(one)} />
          {i18n._(KINDS[one])}
        </label>
      ))}
    </fieldset>
  );
}

function kindOf(params: URLSearchParams): Kind {
  const asked = params.get("kind") ?? "";
  return OFFERED.find((kind) => kind === asked) ?? "interpreters";
}

/** What is in the sheet, and the sheet. Reading it changes nothing. */
export function Start() {
  const navigate = useNavigate();
  const [params, change] = useParameters();
  const kind = kindOf(params);
  const [file, setFile] = useState<File | null>(null);
  const [none, setNone] = useState(false);
  const { t } = useLingui();
  const start = useAct(acts.start);
  const problem = none ? t`Choose a file first.` : byField(start.error)["file"];
  const lost = start.error instanceof ApiError && start.error.isOffline;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setNone(!file);
    if (!file) return;
    const { name, size, lastModified: modified } = file;
    start.mutate(
      { kind, name, size, modified, file },
      { onSuccess: ({ id }) => void navigate(`/team/imports/${id}?step=columns`) },
    );
  };
  return (
    <form className="card" onSubmit={submit} noValidate>
      <KindChoice
        kind={kind}
        choose={(chosen) => {
          start.reset();
          change({ kind: chosen });
        }}
      />
      <Known kind={kind} />
      <ChooseFile
        file={file}
        problem={problem}
        choose={(chosen) => {
          start.reset();
          setNone(false);
          setFile(chosen);
        }}
      />
      {lost ? (
        <p className="note" data-kind="warning" role="alert">
          <Trans>There is no connection. The file is still chosen: read it again when you are back.</Trans>
        </p>
      ) : (
        !problem && <Problem tried="form" error={start.error} />
      )}
      <div className="row">
        <Act type="submit" busy={start.isPending}>
          {start.isPending ? <Trans>Reading the file…</Trans> : <Trans>Read the file</Trans>}
        </Act>
        <span className="soft">
          <Trans>Nothing is imported yet: you look at every row first.</Trans>
        </span>
      </div>
    </form>
  );
}
