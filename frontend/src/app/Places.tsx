import { useClickOutside } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { NavLink, useLocation } from "react-router";
import type { Desk } from "./first";

/** On a phone; at a desk the name of who one is leads there (`Shell`). */
const own = ({ isActive }: { isActive: boolean }) => (isActive ? "shell-own active" : "shell-own");

function Partners() {
  return (
    <>
      <NavLink to="/partner" end>
        <Trans>My sessions</Trans>
      </NavLink>
      <NavLink to="/partner/ask">
        <Trans>Ask</Trans>
      </NavLink>
      <NavLink to="/partner/people">
        <Trans>Our people</Trans>
      </NavLink>
      <NavLink to="/partner/devices" className={own}>
        <Trans>My devices</Trans>
      </NavLink>
    </>
  );
}

function Interpreters() {
  return (
    <>
      <NavLink to="/interpreter" end>
        <Trans>Can you come?</Trans>
      </NavLink>
      <NavLink to="/interpreter/fridays">
        <Trans>My Fridays</Trans>
      </NavLink>
      <NavLink to="/interpreter/free">
        <Trans>Free days</Trans>
      </NavLink>
      <NavLink to="/interpreter/me">
        <Trans>About me</Trans>
      </NavLink>
    </>
  );
}

const OTHERS = new Set(["waiting", "people", "partners", "imports", "journal", "devices"]);

/**
 * The places that do not fit beside the first ones on a phone: behind a button there, in the same line at a desk
 * (Shell.css). Going somewhere closes it, and so do Escape, a tap elsewhere, and tabbing on.
 */
function Others({ children }: { children: ReactNode }) {
  const { key, pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const open = openedAt === key;
  const button = useRef<HTMLButtonElement>(null);
  const whole = useClickOutside<HTMLDivElement>(() => setOpenedAt(null));
  const leave = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpenedAt(null);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    setOpenedAt(null);
    button.current?.focus();
  };
  return (
    <div className="shell-others" role="presentation" ref={whole} onBlur={leave} onKeyDown={escape}>
      <button
        type="button"
        ref={button}
        aria-expanded={open}
        aria-controls="other-places"
        className={OTHERS.has(pathname.split("/")[2] ?? "") ? "active" : undefined}
        onClick={() => setOpenedAt(open ? null : key)}
      >
        <Trans>More</Trans>
      </button>
      <div id="other-places" data-open={open || undefined}>
        {children}
      </div>
    </div>
  );
}

function Team() {
  return (
    <>
      <NavLink to="/team" end>
        <Trans>Fridays</Trans>
      </NavLink>
      <NavLink to="/team/inbox">
        <Trans>Inbox</Trans>
      </NavLink>
      <NavLink to="/team/requests">
        <Trans>Requests</Trans>
      </NavLink>
      <Others>
        <NavLink to="/team/waiting">
          <Trans>Who hasn’t answered</Trans>
        </NavLink>
        <NavLink to="/team/people">
          <Trans>Interpreters</Trans>
        </NavLink>
        <NavLink to="/team/partners">
          <Trans>Partners</Trans>
        </NavLink>
        <NavLink to="/team/imports">
          <Trans>Import</Trans>
        </NavLink>
        <NavLink to="/team/journal">
          <Trans>Journal</Trans>
        </NavLink>
        <NavLink to="/team/devices" className={own}>
          <Trans>My devices</Trans>
        </NavLink>
      </Others>
    </>
  );
}

const PLACES: Record<Desk, () => ReactNode> = { partner: Partners, interpreter: Interpreters, team: Team };

/** Where one can go from every screen of a desk. */
export function Places({ desk }: { desk: Desk }) {
  const { t } = useLingui();
  const Own = PLACES[desk];
  return (
    <nav className="shell-places" aria-label={t`Menu`}>
      <Own />
    </nav>
  );
}
