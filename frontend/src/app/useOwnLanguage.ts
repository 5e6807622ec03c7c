import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { actKey, api, data } from "../api/client";
import { type Me, ME } from "../api/me";
import { speak } from "../i18n/activate";
import { chosenHere, isLocale, knownToAccount, type Locale } from "../i18n/locale";

function keepInAccount(locale: Locale): Promise<Me> {
  return data(api.PATCH("/api/v1/me", { body: { locale }, params: { header: actKey() } }));
}

/**
 * Speak the language of the account, on whatever device. One chosen here, before or after signing in, is the newer
 * word: the account learns it.
 */
export function useOwnLanguage(me: Me): void {
  const { i18n } = useLingui();
  const client = useQueryClient();
  useEffect(() => {
    knownToAccount(me.locale);
    const chosen = chosenHere();
    if (chosen)
      // Not reached now: it is told when this page is next opened.
      void keepInAccount(chosen).then(
        (told) => client.setQueryData(ME, told),
        () => {},
      );
    else if (isLocale(me.locale) && me.locale !== i18n.locale) void speak(me.locale);
  }, [client, i18n.locale, me.locale]);
}
