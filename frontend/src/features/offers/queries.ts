import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, data, type Schema } from "../../api/client";
import { ApiError } from "../../api/errors";
import { byPages, from, rowsOf } from "../../api/pages";
import { KEPT } from "../../lib/offline/kept";
import { useTell } from "../../lib/offline/useWaiting";

export type Offer = Schema["OfferView"];
export type Answer = "accept" | "stand-by" | "decline" | "undo" | "withdraw";
export type NotForMe = Schema["NotForMeView"];

/** What is asked depends on whom one is not paired with, too. */
const KEY = "offer+pairing";

export const offerKeys = {
  all: [KEY] as const,
  list: (show: "asked" | "mine" | "past") => [KEY, "list", show] as const,
  one: (id: string) => [KEY, "one", id] as const,
};

export function useOffers(show: "asked" | "mine" | "past") {
  return useInfiniteQuery({
    queryKey: offerKeys.list(show),
    queryFn: ({ pageParam }) =>
      data(api.GET("/api/v1/offers", { params: { query: { show, ...from(pageParam) } } })),
    select: rowsOf,
    ...byPages,
    ...(show === "past" ? {} : KEPT),
  });
}

/** One of them by itself: what was answered a moment ago may stand in no list on this screen any more. */
export function useOffer(answered: Offer) {
  const { id } = answered;
  return useQuery({
    queryKey: offerKeys.one(id),
    queryFn: () => data(api.GET("/api/v1/offers/{id}", { params: { path: { id } } })),
    initialData: answered,
  });
}

export function useNotForMe() {
  return useQuery({
    queryKey: ["offer+free_day+interpreter+pairing+visit", "not-for-me"] as const,
    queryFn: async () => (await data(api.GET("/api/v1/offers/not-for-me"))).results,
  });
}

type Act = `/api/v1/offers/${string}/${Answer}`;

/** Who hears on a screen what became of an answer. */
export interface Hearing {
  /** `late`: it had waited on the phone. */
  answered: (offer: Offer, late?: boolean) => void;
  /** It is not there any more. */
  gone: () => void;
}

export const aboutOffer = (id: string) => `offer ${id}`;

/**
 * One answer of the interpreter, which waits on the phone until there is a signal. The lists follow from the server, so that
 * what is shown is what is true.
 */
export function useAnswer({ answered, gone }: Hearing) {
  const client = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: ({ offer: { id, session }, answer }: { offer: Offer; answer: Answer }) =>
      tell<Offer>({
        about: aboutOffer(id),
        said: answer,
        method: "POST",
        // The acts on an offer all take the same: an address and a key.
        path: `/api/v1/offers/${id}/${answer}` satisfies Act,
        day: { starts_at: session.starts_at, time_zone: session.time_zone },
      }),
    onSuccess: (offer) => {
      if (!offer) return;
      client.setQueryData(offerKeys.one(offer.id), offer);
      if (offer.state !== "asked") answered(offer);
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status === 404) gone();
    },
    onSettled: async (offer, error) => {
      if (!offer && !error) return;
      await client.invalidateQueries({ queryKey: offerKeys.all });
      // Undone: a question again, once the list of questions has it.
      if (offer?.state === "asked") answered(offer);
    },
  });
}
