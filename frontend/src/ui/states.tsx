import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ApiError, offline } from "../api/errors";
import { Age } from "./Age";
import { useRefusal } from "./useRefusal";

interface EmptyProps {
  title: ReactNode;
  /** The first heading of a screen that has no other. */
  level?: "h1" | "h2";
  children?: ReactNode;
}

/** Nothing here, and what comes next. */
export function EmptyState({ title, level: Level = "h2", children }: EmptyProps) {
  return (
    <div className="empty">
      <Level>{title}</Level>
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

/** What was tried: to read, to do something with one tap, or to send what was typed. */
type Tried = "read" | "act" | "form";

/** That the server was not reached, and what became of what was tried. */
function awayWords(tried: Tried): ReactNode {
  switch (tried) {
    case "read":
      return <Trans>There is no connection. Try again when you are back.</Trans>;
    case "act":
      return (
        <Trans>
          There is no connection. We cannot say whether this was sent; try again when you are back.
        </Trans>
      );
    case "form":
      return <Trans>There is no connection. What you typed is kept; try again when you are back.</Trans>;
  }
}

/** What the server said, or that it was not reached. */
export function errorWords(error: unknown, tried: Tried): ReactNode {
  if (error instanceof ApiError && error.isOffline) return awayWords(tried);
  if (error instanceof ApiError && error.problems.length > 0)
    return error.problems.map((problem) => problem.message).join(" ");
  if (error instanceof ApiError && error.status === 404)
    return <Trans>It may have been moved or taken back.</Trans>;
  if (error instanceof ApiError && error.status === 403)
    return <Trans>Your account cannot open it. If it should, ask the team.</Trans>;
  return <Trans>Something went wrong on our side. Nothing was changed; please try again.</Trans>;
}

interface ProblemProps {
  error: unknown;
  /** A form keeps what was typed or chosen there. */
  tried?: Tried;
}

/** Why what was tried did not happen. */
export function Problem({ error, tried = "act" }: ProblemProps) {
  if (!error) return null;
  return (
    <p className="note" data-kind="problem" role="alert">
      {errorWords(error, tried)}
    </p>
  );
}

interface ErrorProps {
  error: unknown;
  retry: () => void;
  /** It stands for a whole screen, whose heading could not be read either. */
  whole?: boolean | undefined;
  /** Words of the screen's own, in place of what the error says. */
  children?: ReactNode;
}

/** A screen that could not be filled, with a way to try again. */
export function ErrorState({ error, retry, whole, children }: ErrorProps) {
  return (
    <div className="stack" role="alert">
      {whole && (
        <h1>
          <Trans>This could not be opened</Trans>
        </h1>
      )}
      <p className="note" data-kind="problem">
        {children || errorWords(error, "read")}
      </p>
      <div>
        <Button variant="default" onClick={retry}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </div>
  );
}

/** It was here, or is not for this account: asking again does not help. */
export function GoneState({ error, whole }: { error: ApiError; whole?: boolean | undefined }) {
  return (
    <EmptyState
      level={whole ? "h1" : "h2"}
      title={
        error.status === 403 ? (
          <Trans>This part is for others</Trans>
        ) : (
          <Trans>This is not here any more</Trans>
        )
      }
    >
      <p>{errorWords(error, "read")}</p>
      <a href="/">
        <Trans>To the start</Trans>
      </a>
    </EmptyState>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
  fetchStatus?: string;
  dataUpdatedAt?: number;
  /** Why it is being asked again. */
  failureReason?: unknown;
  /** How often it failed; what is being asked for the first time never did. */
  errorUpdateCount?: number;
}

/** What a part of a form needs and could not be read, with a way to try again; nothing while it is there or on its way. */
export function Unread({ of: query }: { of: Asked<unknown> }) {
  const { data, error, refetch } = query;
  if (data !== undefined || !(error || isAway(query))) return null;
  return <ErrorState error={error ?? offline()} retry={() => void refetch()} />;
}

interface FetchedProps<T> {
  query: Asked<T>;
  skeleton?: ReactNode;
  /** Say how old it is while it cannot be fetched again. */
  aged?: boolean;
  /** The heading of the screen comes with it: without it, there is another one. */
  whole?: boolean;
  /** What stands there once the server refused it, in words of the screen's own. */
  gone?: ReactNode;
  children: (found: T) => ReactNode;
}

/** Whether the server is out of reach, as far as this query knows. */
function isAway({ data, error, failureReason, fetchStatus }: Asked<unknown>): boolean {
  // What is there says how old it is from the first failure on, not after the last.
  const failure = error ?? (data === undefined ? null : failureReason);
  return fetchStatus === "paused" || (failure instanceof ApiError && failure.isOffline);
}

/** A query as a screen: loading, failed, refused, or what it found, which stays while it is fetched again. */
export function Fetched<T>({ query, skeleton, aged, whole, gone, children }: FetchedProps<T>) {
  const { data, error, refetch, dataUpdatedAt } = query;
  const away = isAway(query);
  const refusal = useRefusal(query);
  if (refusal) return gone ?? <GoneState error={refusal} whole={whole} />;
  if (data !== undefined)
    return (
      <>
        {aged && <Age of={{ dataUpdatedAt: dataUpdatedAt ?? 0 }} away={away} />}
        {children(data)}
      </>
    );
  if (away || error)
    return <ErrorState error={away ? offline() : error} retry={() => void refetch()} whole={whole} />;
  return skeleton ?? <Loading />;
}
