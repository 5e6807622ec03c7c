import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactElement, ReactNode } from "react";
import { activate, speakForTeam } from "../i18n/activate";
import type { Locale } from "../i18n/locale";
import { theme } from "../ui/theme";

function Frame({ children }: { children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme}>{children}</MantineProvider>
    </I18nProvider>
  );
}

/** A part of the screen as it stands in the product, in the words of its own catalog. */
export async function show(part: ReactElement, locale: Locale = "en") {
  await speakForTeam();
  await activate(locale);
  return render(part, { wrapper: Frame });
}
