import { Trans } from "@lingui/react/macro";
import { EarlierImports } from "./Earlier";
import { Exports } from "./Exports";
import { Start } from "./Start";
import { Steps } from "./Steps";
import "./imports.css";

/** A spreadsheet to bring in, those brought in before, and everything to take out again. */
export function ImportsPage() {
  return (
    <>
      <h1>
        <Trans>Import a spreadsheet</Trans>
      </h1>
      <Steps now="file" />
      <Start />
      <EarlierImports />
      <Exports />
    </>
  );
}
