import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, type MouseEvent, useId, useState } from "react";
import { Unread } from "../ui/states";
import { UserText } from "../ui/UserText";
import "./Chooser.css";

export interface Option {
  value: string;
  label: string;
}

/** The first of what is found, and whether there is more that other words would find. */
export interface Found {
  options: Option[];
  more: boolean;
}

/** How the server is asked for what is called so, and where that is kept; for all there is with no words. */
type Ask = (search: string) => { queryKey: readonly string[]; queryFn: () => Promise<Found> };

interface Props {
  id?: string;
  label: string;
  /** Chosen, or null. */
  chosen: Option | null;
  choose: (option: Option | null) => void;
  /** Said where nothing is chosen. */
  none: string;
  /** All there is, where it was read already; else how it is asked for. */
  from: Option[] | Ask;
  error?: string | undefined;
}

/** As many are seen at once; of more, one is found by typing. */
const FEW = 20;

/** In milliseconds, for the next letter: what a word is typed in asks once. */
const PAUSE = 200;

/** One of a list, however long it is: a plain list where it is short, else one is looked for. */
export function Chooser(props: Props) {
  const [search, setSearch] = useState("");
  const { from } = props;
  const parts = { ...props, words: search, search: setSearch };
  return Array.isArray(from) ? <OfThese {...parts} all={from} /> : <FromServer {...parts} ask={from} />;
}

interface Parts extends Props {
  words: string;
  search: (words: string) => void;
}

/** Without accents and capitals. */
const plain = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

function OfThese({ all, words, ...props }: Parts & { all: Option[] }) {
  if (all.length <= FEW) return <ShortList {...props} options={all} known />;
  const shown = all.filter(({ label }) => plain(label).includes(plain(words)));
  return <Searched {...props} found={{ options: shown, more: false }} shown={shown} failed={false} />;
}

function FromServer({ ask, words, ...props }: Parts & { ask: Ask }) {
  const [asked] = useDebouncedValue(words, PAUSE);
  const all = useQuery(ask(""));
  const found = useQuery({ ...ask(asked), placeholderData: keepPreviousData });
  const { options, more } = all.data ?? { options: [], more: false };
  const isThere = found.data !== undefined && !found.isPlaceholderData;
  return (
    <div className="stack-tight">
      {!more && options.length <= FEW ? (
        <ShortList {...props} options={options} known={all.isSuccess} />
      ) : (
        <Searched
          {...props}
          found={isThere && asked === words ? found.data : null}
          shown={found.data?.options ?? []}
          failed={!isThere && (found.isError || found.fetchStatus === "paused")}
        />
      )}
      <Unread of={isThere ? found : { ...found, data: undefined }} />
    </div>
  );
}

interface ShortProps extends Omit<Parts, "words"> {
  options: Option[];
  /** Until it is, it may be a long one: nobody has it changed under their finger. */
  known: boolean;
}

function ShortList({ id, label, chosen, choose, none, error, options, known }: ShortProps) {
  const other = chosen && !options.some(({ value }) => value === chosen.value) ? [chosen] : [];
  return (
    <NativeSelect
      {...(id && { id })}
      label={label}
      size="md"
      value={chosen?.value ?? ""}
      error={error}
      onChange={({ currentTarget: { value } }) => choose(options.find((one) => one.value === value) ?? null)}
      data={[{ value: "", label: none }, ...other, ...options]}
      disabled={!known}
    />
  );
}

interface SearchedProps extends Omit<Parts, "words"> {
  /** What the words that are typed find; null while that is being looked for. */
  found: Found | null;
  shown: Option[];
  /** What was typed stays while it can be asked for again. */
  failed: boolean;
}

/** How far the arrow keys go from where they are, round the ends. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

const showRow = (row: HTMLElement | null) => row?.scrollIntoView({ block: "nearest" });

/** In the field, which closes its list once it is left. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

type Typing = Pick<SearchedProps, "choose" | "found" | "shown" | "search">;

/** What is typed, whether the list is open, and at which of it the arrow keys are. */
function useTyping({ choose, found, shown, search }: Typing) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const active = open ? shown[at] : undefined;
  const close = () => {
    setOpen(false);
    setTyped(null);
    setAt(-1);
    search("");
  };
  const take = (option: Option) => {
    choose(option);
    close();
  };
  const type = (words: string) => {
    setTyped(words);
    setOpen(true);
    setAt(-1);
    search(words.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      if (shown.length > 0)
        setAt(at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      // With one left, nothing else can be meant.
      const meant = active ?? (found?.options.length === 1 ? found.options[0] : undefined);
      if (meant) take(meant);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
    }
  };
  return { open, setOpen, typed, active, close, take, type, onKeyDown };
}

function Searched({ id, label, chosen, none, error, failed, ...typing }: SearchedProps) {
  const { t } = useLingui();
  const own = useId();
  const { found, shown } = typing;
  const { open, setOpen, typed, active, close, take, type, onKeyDown } = useTyping(typing);
  return (
    <div className="chooser">
      <TextInput
        id={id ?? own}
        label={label}
        size="md"
        dir={(typed ?? chosen) ? "auto" : undefined}
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${own}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${own}-${active.value}` : undefined}
        placeholder={none}
        description={t`Type a part of the name.`}
        value={typed ?? chosen?.label ?? ""}
        error={error}
        onChange={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={failed ? () => setOpen(false) : close}
      />
      <div id={`${own}-list`} role="listbox" aria-label={label} className="chooser-list" hidden={!open}>
        {open &&
          shown.map((option) => (
            <Row key={option.value} {...{ own, option, chosen, take }} isActive={option === active} />
          ))}
      </div>
      <p role="status" className="soft small chooser-said">
        {open && found && <Said found={found} />}
      </p>
    </div>
  );
}

interface RowProps {
  own: string;
  option: Option;
  chosen: Option | null;
  isActive: boolean;
  take: (option: Option) => void;
}

function Row({ own, option, chosen, isActive, take }: RowProps) {
  return (
    <button
      id={`${own}-${option.value}`}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={option.value === chosen?.value}
      data-active={isActive || undefined}
      ref={isActive ? showRow : undefined}
      onMouseDown={keepFocus}
      onClick={() => take(option)}
    >
      <UserText>{option.label}</UserText>
    </button>
  );
}

function Said({ found }: { found: Found }) {
  if (found.options.length === 0) return <Trans>Nothing is called so.</Trans>;
  if (found.more) return <Trans>There are more: type another letter.</Trans>;
  return null;
}
