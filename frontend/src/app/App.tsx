import { i18n } from "@lingui/core";
import { I18nProvider, useLingui } from "@lingui/react";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useLayoutEffect, useState } from "react";
import { RouterProvider } from "react-router/dom";
import { ApiError } from "../api/errors";
import { ME } from "../api/me";
import { direction, type Locale } from "../i18n/locale";
import { theme, variables } from "../ui/theme";
import { router } from "./router";

function makeClient(): QueryClient {
  // Nobody is signed in any more: whoever is shown as such has to know.
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) void client.invalidateQueries({ queryKey: ME });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal is an answer; only what never arrived is asked again.
        retry: (count, error) => error instanceof ApiError && error.isOffline && count < 3,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  return client;
}

/** Mantine mirrors itself when the language's direction changes. */
function Directed({ children }: { children: ReactNode }) {
  const { i18n: spoken } = useLingui();
  const dir = direction(spoken.locale as Locale);
  return (
    <DirectionProvider key={dir} initialDirection={dir} detectDirection={false}>
      {/* Not deduplicated: its variables are made here, instead of fetched in a sheet of their own. */}
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        deduplicateCssVariables={false}
        defaultColorScheme="auto"
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}

export function App() {
  const [client] = useState(makeClient);
  // It told the frame of the page whose desk this will be; from here on each desk says so itself.
  useLayoutEffect(() => void delete document.documentElement.dataset["desk"], []);
  return (
    <I18nProvider i18n={i18n}>
      <Directed>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Directed>
    </I18nProvider>
  );
}
