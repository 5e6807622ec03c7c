import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";
import { offline } from "../../api/errors";
import { learnDevices } from "../../i18n/activate";
import type { Locale } from "../../i18n/locale";
import { useAct } from "../../lib/useAct";

export type SignIn = Schema["SignInView"];

/** A change of who one is may be one of where one is signed in. No phone keeps it, unlike who one is. */
const SIGN_INS = ["me+sign_in", "list"] as const;

export function useSignIns() {
  return useQuery({
    queryKey: SIGN_INS,
    queryFn: async () => (await data(api.GET("/api/v1/me/sign-ins"))).results,
  });
}

async function fetchWords(locale: Locale) {
  try {
    return await learnDevices(locale);
  } catch {
    throw offline();
  }
}

/** The words of this screen, in the language that is spoken now. */
export function useOwnWords() {
  const { i18n } = useLingui();
  const locale = i18n.locale as Locale;
  return useQuery({
    queryKey: ["words", "devices", locale],
    queryFn: () => fetchWords(locale),
    staleTime: Infinity,
  });
}

export const useEndSignIn = () =>
  useAct((id: string, key) => data(api.POST("/api/v1/me/sign-ins/{id}/end", { params: onceAt(id, key) })));

export const useEndOthers = () =>
  useAct((_: null, key) =>
    data(api.POST("/api/v1/me/sign-ins/end-others", { params: { header: once(key) } })),
  );
