import { Checkbox } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { lettersOn, turnLetters } from "./useKeys";

function Key({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <>
      <dt>
        {keys.split(" ").map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </>
  );
}

/** What the keys of the board do. The browser's own dialog: it keeps the focus, and Escape closes it. */
export function KeysHelp({ close }: { close: () => void }) {
  const { t } = useLingui();
  const [letters, setLetters] = useState(lettersOn);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="keys-help" ref={dialog} onClose={close} aria-labelledby="keys-help">
      <h2 id="keys-help">
        <Trans>Keys of the board</Trans>
      </h2>
      <dl className="facts">
        <Key keys="↑ ↓ J K">
          <Trans>From place to place, also while one is open</Trans>
        </Key>
        <Key keys="Enter">
          <Trans>Open the place</Trans>
        </Key>
        <Key keys="Esc">
          <Trans>Close it</Trans>
        </Key>
        <Key keys="A">
          <Trans>Give the place to the first who fits; it asks before</Trans>
        </Key>
        <Key keys="C">
          <Trans>See what confirming would do</Trans>
        </Key>
        <Key keys="N">
          <Trans>Needs people first</Trans>
        </Key>
        <Key keys="/">
          <Trans>Search the board</Trans>
        </Key>
        <Key keys="?">
          <Trans>Show these keys</Trans>
        </Key>
      </dl>
      <Checkbox
        size="md"
        label={t`Single letters are keys of the board`}
        checked={letters}
        onChange={(event) => {
          turnLetters(event.currentTarget.checked);
          setLetters(event.currentTarget.checked);
        }}
      />
      <form method="dialog">
        <button type="submit" className="sheet-close">
          <Trans>Close</Trans>
        </button>
      </form>
    </dialog>
  );
}
