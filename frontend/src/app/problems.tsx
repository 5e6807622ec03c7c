import { Trans } from "@lingui/react/macro";
import { Link, useLocation, useNavigate, useRouteError } from "react-router";
import { offline } from "../api/errors";
import { isReached } from "../api/reached";
import { NotArrived } from "./arrived";
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

/**
 * In the place of a screen that did not come, or that broke while it was drawn. What was sent to the server is safe there.
 * The page is loaded again only where the server is reached: a browser that is not online would show its own page.
 */
export function LostScreen() {
  const error = useRouteError();
  const navigate = useNavigate();
  const location = useLocation();
  const lost = error instanceof NotArrived ? error : null;
  const retry = async () => {
    if ((!lost || lost.reached) && (await isReached())) window.location.reload();
    else await navigate(location, { replace: true, state: location.state });
  };
  return (
    <ErrorState whole error={lost && offline()} retry={() => void retry()}>
      {lost?.reached && <Trans>This page is older than the product: load it again.</Trans>}
    </ErrorState>
  );
}

/** The same without a frame round it. */
export function LostPage() {
  return (
    <main className="page">
      <LostScreen />
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
