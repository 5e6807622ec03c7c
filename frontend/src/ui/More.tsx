import { Trans } from "@lingui/react/macro";
import { Act } from "./Act";
import { Problem } from "./states";

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => Promise<unknown>;
}

/** The next page of a list, under what is shown of it; nothing when all of it is. */
export function More({ of: list }: { of: Paged }) {
  if (!list.hasNextPage) return null;
  return (
    <div className="stack-tight">
      {list.isFetchNextPageError && <Problem tried="read" error={list.error} />}
      <div>
        <Act variant="default" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Act>
      </div>
    </div>
  );
}
