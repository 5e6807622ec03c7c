import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link, useLocation, useParams } from "react-router";
import { useParameters } from "../../../lib/useParameters";
import { EmptyState, Fetched } from "../../../ui/states";
import { type Session, useSession } from "../queries";

/** Whose desk the form stands at. */
export const useHome = () => (useLocation().pathname.startsWith("/team") ? "/team" : "/partner");

function GoneBefore({ home }: { home: string }) {
  return (
    <EmptyState title={<Trans>The request you wanted to repeat is not here any more</Trans>}>
      <Link to={`${home}/ask`}>
        <Trans>Ask for a session without it</Trans>
      </Link>
    </EmptyState>
  );
}

/** What is to be asked for again, however long ago it was; nothing where the form begins empty. */
export function Before({
  lately,
  children,
}: {
  lately: Session[];
  children: (before: Session | null) => ReactNode;
}) {
  const { draftId } = useParams();
  const [asked] = useParameters();
  const repeat = draftId ? null : asked.get("repeat");
  const known = lately.find(({ id }) => id === repeat) ?? null;
  const found = useSession(known ? undefined : (repeat ?? undefined));
  const query = repeat && !known ? found : { data: known, error: null, refetch: () => {} };
  // One place in the tree for all: the form stays as it is once it has an address of its own.
  return (
    <Fetched<Session | null> query={query} gone={<GoneBefore home={useHome()} />}>
      {children}
    </Fetched>
  );
}
