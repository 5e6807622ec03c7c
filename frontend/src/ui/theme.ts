import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** A deep sea green: 7 and darker carry white text (AA), 3 and lighter stand on the dark ground. */
const sea: MantineColorsTuple = [
  "#e8f4f4",
  "#cfe5e6",
  "#a3cdd0",
  "#74b3b8",
  "#4a9aa1",
  "#2b838b",
  "#14707a",
  "#0b5f67",
  "#0b4f55",
  "#083c41",
];

/** The red of what cannot be taken back. Mantine's own is too light for white text. */
const red: MantineColorsTuple = [
  "#fbebe7",
  "#f6d5cd",
  "#efb3a6",
  "#e58b78",
  "#d9644c",
  "#c94a31",
  "#b93d25",
  "#a8321d",
  "#8c2917",
  "#6e2012",
];

export const theme = createTheme({
  colors: { sea, red },
  primaryColor: "sea",
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "var(--font)",
  headings: { fontFamily: "var(--font)" },
  fontSizes: { xs: "0.875rem", sm: "0.9375rem", md: "1rem", lg: "1.1875rem", xl: "1.5rem" },
  defaultRadius: "md",
  focusRing: "always",
  respectReducedMotion: true,
  components: {
    Button: {
      // Words of another language are longer: they go on in a second line.
      styles: { label: { whiteSpace: "normal", lineHeight: 1.3 }, root: { height: "auto", paddingBlock: 8 } },
    },
  },
});
