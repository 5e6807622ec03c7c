import { i18n } from "@lingui/core";
import { I18nProvider, useLingui } from "@lingui/react";
import { DirectionProvider, MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useLayoutEffect } from "react";
import { RouterProvider } from "react-router/dom";
import { direction, type Locale } from "../i18n/locale";
import { theme } from "../ui/theme";
import { router } from "./router";

/** Mantine mirrors itself when the language's direction changes. */
function Directed({ children }: { children: ReactNode }) {
  const { i18n: spoken } = useLingui();
  const dir = direction(spoken.locale as Locale);
  return (
    <DirectionProvider key={dir} initialDirection={dir} detectDirection={false}>
      {/* It would write its variables and some classes into the page, which the policy holds back: see `ui/variables.ts`. */}
      <MantineProvider
        theme={theme}
        withCssVariables={false}
        withGlobalClasses={false}
        defaultColorScheme="auto"
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}

export function App({ client }: { client: QueryClient }) {
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
