import { Trans, useLingui } from "@lingui/react/macro";
import { type DragEvent, useId, useState } from "react";
import { UserText } from "../../ui/UserText";

interface Props {
  file: File | null;
  problem: string | undefined;
  choose: (file: File) => void;
}

const kib = (size: number) => Math.max(1, Math.round(size / 1024));

/** A file, chosen or dropped. The browser's own button speaks the browser's language; this one the reader's. */
export function ChooseFile({ file, problem, choose }: Props) {
  const { i18n } = useLingui();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) choose(dropped);
  };
  const size = file && i18n.number(kib(file.size));
  return (
    <div
      className="drop"
      data-over={over || undefined}
      data-wrong={problem ? true : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) choose(chosen);
          // The same file, mended meanwhile, can be chosen again.
          event.currentTarget.value = "";
        }}
      />
      <label htmlFor={id} className="drop-button">
        {file ? <Trans>Choose another file</Trans> : <Trans>Choose a file</Trans>}
      </label>
      {file ? (
        <p role="status">
          <strong>
            <UserText>{file.name}</UserText>
          </strong>{" "}
          <span className="soft">
            <Trans>{size} KB</Trans>
          </span>
        </p>
      ) : (
        <p className="soft">
          <Trans>Excel (.xlsx) or CSV. It can also be dropped here.</Trans>
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="note" data-kind="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
