import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { fetchMe, forgetAll, type Me, ME } from "../../api/me";
import { destination } from "./wanted";

/**
 * After a sign-in: to where one wanted to be, or to the start, which sends each to their own desk. Where the session of
 * `ended` ended under an open screen and the same person is back, it is still there, and only read again.
 */
export function useArrive(ended?: Me) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname, search, hash, state } = useLocation();
  return async () => {
    if (ended && (await fetchMe(client))?.id === ended.id) {
      await client.invalidateQueries();
      return;
    }
    forgetAll(client);
    const me = await fetchMe(client);
    client.setQueryData(ME, me);
    const wanted = ended ? { to: pathname + search + hash } : (state as unknown);
    await navigate(destination(wanted, me?.roles ?? []), { replace: true });
  };
}
