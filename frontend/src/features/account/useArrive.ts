import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { fetchMe, ME } from "../../api/me";

/** After a sign-in, the start page sends each to their own desk. */
export function useArrive() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    client.clear();
    client.setQueryData(ME, await fetchMe(client));
    await navigate("/", { replace: true });
  };
}
