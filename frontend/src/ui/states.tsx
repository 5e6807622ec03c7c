import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ApiError } from "../api/errors";

/** Nothing here, and what comes next. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Loading() {
  return (
    <div className="stack" role="status">
      <span className="visually-hidden">
        <Trans>Loading…</Trans>
      </span>
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  );
}

/** What the server said, or that it was not reached. */
export function errorWords(error: unknown): ReactNode {
  if (error instanceof ApiError && error.isOffline)
    return <Trans>There is no connection. What you typed is kept; try again when you are back.</Trans>;
  if (error instanceof ApiError && error.problems.length > 0)
    return error.problems.map((problem) => problem.message).join(" ");
  return <Trans>Something went wrong on our side. Nothing was changed; please try again.</Trans>;
}

export function Problem({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p className="note" data-kind="problem" role="alert">
      {errorWords(error)}
    </p>
  );
}

/** A screen that could not be filled, with a way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div className="stack" role="alert">
      <p className="note" data-kind="problem">
        {errorWords(error)}
      </p>
      <div>
        <Button variant="default" onClick={retry}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** A query as a screen: loading, failed, or what it found. What was found stays while it is fetched again. */
export function Fetched<T>({ query, children }: { query: Asked<T>; children: (found: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
