import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";

export type Offer = Schema["OfferView"];
export type Answer = "accept" | "stand-by" | "decline" | "undo" | "withdraw";

const KEY = "offer";

export const offerKeys = {
  all: [KEY] as const,
  list: (show: "asked" | "mine" | "past") => [KEY, "list", show] as const,
};

export function useOffers(show: "asked" | "mine" | "past") {
  return useQuery({
    queryKey: offerKeys.list(show),
    queryFn: async () => (await data(api.GET("/api/v1/offers", { params: { query: { show } } }))).results,
  });
}

type Act = "/api/v1/offers/{id}/accept";

/** One answer of the interpreter. The lists follow from the server, so that what is shown is what is true. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, answer }: { id: string; answer: Answer }) =>
      // The acts on an offer all take the same: an address and a key.
      data(api.POST(`/api/v1/offers/{id}/${answer}` as Act, { params: { path: { id }, header: actKey() } })),
    onSettled: () => client.invalidateQueries({ queryKey: offerKeys.all }),
  });
}
