import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Link, useParams } from "react-router";
import { useParameters } from "../../lib/useParameters";
import { Fetched } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { Columns } from "./Columns";
import { Discard } from "./Discard";
import { Done } from "./Done";
import { type Import, useImport } from "./queries";
import { Rows } from "./Rows";
import { type Step, Steps } from "./Steps";
import { TITLES } from "./words";
import "./imports.css";

/** Where an import is: what was asked for, as far as it can be there. */
function stepOf({ status }: Import, asked: string | null): Step {
  if (status === "applied" || status === "undone") return "done";
  return status === "matching" || asked === "columns" ? "columns" : "rows";
}

/** The step's own screen; whoever works by keyboard is taken to its beginning when it changes. */
function One({ found }: { found: Import }) {
  const { i18n } = useLingui();
  const [params] = useParameters();
  const step = stepOf(found, params.get("step"));
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  const open =
    step === "done"
      ? {}
      : {
          file: "/team/imports",
          columns: "?step=columns",
          ...(found.status === "ready" && { rows: "?step=rows" }),
        };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {i18n._(TITLES[found.kind])}
      </h1>
      <Steps now={step} open={open} />
      <p className="soft">
        <UserText>{found.file_name}</UserText>
        {found.sheet && (
          <>
            {" · "}
            <UserText>{found.sheet}</UserText>
          </>
        )}
      </p>
      {step !== "done" &&
        found.notes.map(({ code, message }) => (
          <p key={code} className="note" data-kind="warning">
            {message}
          </p>
        ))}
      {step === "columns" && <Columns key={found.id} found={found} />}
      {step === "rows" && <Rows found={found} />}
      {step === "done" && <Done found={found} />}
      {found.allowed_actions.includes("discard") && <Discard found={found} />}
    </>
  );
}

/** One import on its way: columns, rows, what it made. */
export function ImportPage() {
  const { importId = "" } = useParams();
  const found = useImport(importId);
  return (
    <>
      <p>
        <Link to="/team/imports" className="tall-link">
          <Trans>All imports</Trans>
        </Link>
      </p>
      <Fetched aged whole query={found}>
        {(one) => <One found={one} />}
      </Fetched>
    </>
  );
}
