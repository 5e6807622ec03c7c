import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { RefObject } from "react";
import type { Schema } from "../../api/client";
import { LANGUAGES, MODES } from "../../ui/words";
import { type Filters, FILTER_NAMES, narrows } from "./filters";
import type { Session } from "./queries";

interface Props {
  filters: Filters;
  sessions: Session[];
  shown: number;
  search: RefObject<HTMLInputElement | null>;
  choose: (name: (typeof FILTER_NAMES)[number], value: string) => void;
  clear: () => void;
}

function languagesOf(sessions: Session[]): Schema["Language"][] {
  return [...new Set(sessions.flatMap(({ shifts }) => shifts.map(({ language }) => language)))].toSorted();
}

/** What of the board is shown and in which order. All of it stands in the address, to be sent to a colleague. */
export function BoardFilters({ filters, sessions, shown, search, choose, clear }: Props) {
  const { t, i18n } = useLingui();
  const languages = languagesOf(sessions).map((value) => ({ value, label: i18n._(LANGUAGES[value]) }));
  return (
    <search className="board-filters">
      <Checkbox
        size="md"
        label={t`Needs people first`}
        checked={filters.first}
        onChange={(event) => choose("first", event.currentTarget.checked ? "gaps" : "")}
      />
      <TextInput
        ref={search}
        aria-label={t`Search the board`}
        placeholder={t`Group, partner or person`}
        type="search"
        dir="auto"
        value={filters.words}
        onChange={(event) => choose("words", event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <NativeSelect
        aria-label={t`Sessions`}
        value={filters.only}
        onChange={(event) => choose("only", event.currentTarget.value)}
        data={[
          { value: "", label: t`All sessions` },
          { value: "gaps", label: t`That need people` },
          { value: "planned", label: t`Planned` },
          { value: "confirmed", label: t`Confirmed` },
        ]}
      />
      <NativeSelect
        aria-label={t`Language of a place`}
        value={filters.language}
        onChange={(event) => choose("language", event.currentTarget.value)}
        data={[{ value: "", label: t`All languages` }, ...languages]}
      />
      <NativeSelect
        aria-label={t`How it is held`}
        value={filters.mode}
        onChange={(event) => choose("mode", event.currentTarget.value)}
        data={[
          { value: "", label: t`All ways to hold it` },
          ...Object.entries(MODES).map(([value, words]) => ({ value, label: i18n._(words) })),
        ]}
      />
      {narrows(filters) && (
        <p className="row small" role="status">
          <Plural
            value={shown}
            _0="No session is like that"
            one="# session is like that"
            other="# sessions are like that"
          />
          <button type="button" className="plain" onClick={clear}>
            <Trans>Show all</Trans>
          </button>
        </p>
      )}
    </search>
  );
}
