// Mantine's variables are made here, instead of fetched in a sheet of their own (decision 31), and put into the style that
// came with the page: the policy lets through no other that is written into it (decision 40).
import {
  convertCssVariables,
  deepMerge,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from "@mantine/core";
import { theme } from "./theme";

/** Mantine takes our tokens (`tokens.css`), so that light and dark are decided in one place. */
const OURS = {
  "--mantine-color-body": "var(--ground)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-error": "var(--gap)",
  "--mantine-color-default": "var(--paper)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-hover": "var(--sand)",
  "--mantine-color-default-border": "var(--line-strong)",
};

const all = deepMerge(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)), {
  variables: {},
  light: { "--mantine-color-scheme": "light", ...OURS },
  dark: { "--mantine-color-scheme": "dark", ...OURS },
});

const { sheet } = document.head.querySelector("style") ?? {};
// One rule at a time is taken; a rule round all of them is one.
sheet?.insertRule(`@media all {${convertCssVariables(all)}}`, sheet.cssRules.length);
