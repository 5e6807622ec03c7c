import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { EmptyState, ErrorState } from "../ui/states";

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main className="page">
      <EmptyState level="h1" title={<Trans>This page is not here</Trans>}>
        <p>
          <Trans>It may have been moved or taken back.</Trans>
        </p>
        <Link to="/">
          <Trans>To the start</Trans>
        </Link>
      </EmptyState>
    </main>
  );
}

/** A screen that broke while it was drawn. What was sent to the server is safe there. */
export function BrokenScreen() {
  return (
    <main className="page">
      <ErrorState whole error={null} retry={() => window.location.reload()} />
    </main>
  );
}

export function NotYours() {
  return (
    <EmptyState level="h1" title={<Trans>This part is for others</Trans>}>
      <p>
        <Trans>Your account cannot open it. If it should, ask the team.</Trans>
      </p>
      <Link to="/">
        <Trans>To the start</Trans>
      </Link>
    </EmptyState>
  );
}
