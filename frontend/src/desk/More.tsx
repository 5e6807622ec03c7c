import { Trans } from "@lingui/react/macro";
import { Act } from "../ui/Act";

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The next page of a list, under what is shown of it; nothing when all of it is. */
export function More({ of: list }: { of: Paged }) {
  if (!list.hasNextPage) return null;
  return (
    <div>
      <Act variant="default" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        <Trans>Show more</Trans>
      </Act>
    </div>
  );
}
