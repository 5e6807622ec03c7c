import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { download } from "../../lib/download";
import { exported, type Kind } from "./queries";
import { EXPORTED, IN_FILE, OFFERED } from "./words";

/** Take everything out as a file: in the reader's language, and in the columns that an import reads again. */
function ExportOf({ kind }: { kind: Kind }) {
  const { i18n } = useLingui();
  const take = useMutation({ mutationFn: exported, onSuccess: ({ file, name }) => download(file, name) });
  const words = i18n._(EXPORTED[kind]);
  return (
    <li className="stack-tight">
      <div className="row between">
        <span>
          {words}
          <span className="soft small in-file">{i18n._(IN_FILE[kind])}</span>
        </span>
        <span className="row">
          <Act variant="default" busy={take.isPending} onClick={() => take.mutate({ kind, format: "csv" })}>
            CSV <span className="visually-hidden">{words}</span>
          </Act>
          <Act variant="default" busy={take.isPending} onClick={() => take.mutate({ kind, format: "xlsx" })}>
            Excel <span className="visually-hidden">{words}</span>
          </Act>
        </span>
      </div>
      <Problem error={take.error} />
    </li>
  );
}

export function Exports() {
  return (
    <section className="card">
      <h2>
        <Trans>Take it out</Trans>
      </h2>
      <p className="soft">
        <Trans>
          What is here, a file for each kind. Change it there and import it again: only what differs is
          changed, and columns that are for reading are left out. It holds names and phone numbers: keep it
          where nobody else can open it.
        </Trans>
      </p>
      <ul className="stack">
        {OFFERED.map((kind) => (
          <ExportOf key={kind} kind={kind} />
        ))}
      </ul>
    </section>
  );
}
