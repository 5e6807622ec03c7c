import { Trans } from "@lingui/react/macro";

/** The board's own shape while it is fetched. */
export function BoardSkeleton() {
  return (
    <div className="stack" role="status">
      <span className="visually-hidden">
        <Trans>Loading…</Trans>
      </span>
      <div className="skeleton skeleton-line" />
      {["first", "second", "third"].map((row) => (
        <div key={row} className="skeleton" />
      ))}
    </div>
  );
}
