import { Trans, useLingui } from "@lingui/react/macro";
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from "react";
import { Link, Navigate, Outlet, ScrollRestoration, useLocation } from "react-router";
import { useQueryClient } from "@tanstack/react-query";
import { forgetAll, type Me, ME, useMe } from "../api/me";
import { signOut } from "../api/session";
import { Fetched } from "../ui/states";
import { Mark } from "../ui/Mark";
import { writeDraftsAgain } from "../lib/offline/drafts";
import { emptyPhone } from "../lib/offline/leaving";
import { UserText } from "../ui/UserText";
import { LanguageSwitch } from "../i18n/LanguageSwitch";
import { Ahead } from "./Ahead";
import type { Desk } from "./first";
import { Frame } from "./Frame";
import { LeaveNote, useLeaving } from "./Leave";
import { MyData } from "./MyData";
import type { OnPhone as Found } from "./OnPhone";
import { Places } from "./Places";
import { NotYours } from "./problems";
import { useLive } from "./useLive";
import { useOwnLanguage } from "./useOwnLanguage";
import { useScreen } from "./useScreen";
import "./Shell.css";

const Nothing: ComponentType<Parameters<typeof Found>[0]> = () => null;
/** Where that piece does not come, the phone keeps nothing this time. */
const OnPhone = lazy(() =>
  import("./OnPhone").then(
    ({ OnPhone: found }) => ({ default: found }),
    () => ({ default: Nothing }),
  ),
);
const SignIn = lazy(async () => ({ default: (await import("../features/account/SignIn")).SignIn }));

function LiveNote({ status }: { status: string }) {
  if (status !== "waiting") return null;
  return (
    <p className="note shell-live shell-line" data-kind="warning" role="status">
      <Trans>No live connection. What you see may be out of date; we keep trying.</Trans>
    </p>
  );
}

/** One's name, which leads to what is about oneself; on a phone a place of the menu does. */
function Who({ me, desk }: { me: Me; desk: Desk }) {
  const { t } = useLingui();
  const [to, where] =
    desk === "interpreter" ? ["/interpreter/me", t`About me`] : [`/${desk}/devices`, t`My devices`];
  return (
    <Link className="shell-who" to={to} title={where}>
      <UserText>{me.name}</UserText>
    </Link>
  );
}

interface SignedInProps {
  me: Me;
  desk: Desk;
  /** Their session ended: what they did stays as it is, out of sight, until they are back. */
  away: boolean;
  leave: () => Promise<void>;
}

function SignedIn({ me, desk, away, leave }: SignedInProps) {
  const status = useLive(away);
  const main = useRef<HTMLElement>(null);
  useScreen(main);
  useOwnLanguage(me);
  const leaving = useLeaving(me, leave);
  return (
    <div className="shell" data-desk={desk} hidden={away}>
      <a className="skip" href="#main">
        <Trans>Skip to the content</Trans>
      </a>
      <header className="shell-top">
        <span className="shell-name">
          <Mark /> <span>Passerelle</span>
        </span>
        <Places desk={desk} />
        <div className="row shell-me">
          <Who me={me} desk={desk} />
          <LanguageSwitch />
          <button type="button" className="plain" onClick={leaving.ask}>
            <Trans>Sign out</Trans>
          </button>
        </div>
      </header>
      <LiveNote status={status} />
      <LeaveNote {...leaving} />
      {desk === "interpreter" && me.roles.includes(desk) && (
        <Suspense>
          <OnPhone line={status} />
        </Suspense>
      )}
      <ScrollRestoration getKey={({ pathname }) => pathname} />
      <main className="page" id="main" ref={main} tabIndex={-1}>
        {me.roles.includes(desk) ? <Outlet /> : <NotYours />}
      </main>
      <MyData />
      {me.roles.includes(desk) && !away && <Ahead desk={desk} />}
    </div>
  );
}

/** Who is known here while a desk is open, also after their session ended; nobody once they left by themselves. */
function useKnown(found: Me | null | undefined) {
  const client = useQueryClient();
  const [known, setKnown] = useState<Me | null>(null);
  const [left, setLeft] = useState(false);
  if (found && found !== known) setKnown(found);
  const here = found?.id;
  useEffect(() => {
    if (here) writeDraftsAgain();
  }, [here]);
  const leave = async () => {
    setLeft(true);
    try {
      await signOut();
    } catch (error) {
      setLeft(false);
      throw error;
    }
    // Before anybody sees that they left, and closes the page; and once more what was written meanwhile.
    await emptyPhone(known?.id).catch(() => {});
    forgetAll(client);
    client.setQueryData(ME, null);
    await emptyPhone(known?.id);
  };
  return { known: left ? null : known, left, leave };
}

/** The sign-in of who does not come from an open screen. What they wanted to see is remembered, not after leaving. */
function ToSignIn({ left }: { left: boolean }) {
  const { pathname, search, hash } = useLocation();
  return <Navigate to="/sign-in" replace state={left ? null : { to: pathname + search + hash }} />;
}

/** The frame of a role's screens: where one can go, who one is, whether what one sees is live. */
export function Shell({ desk }: { desk: Desk }) {
  const me = useMe();
  const { known, left, leave } = useKnown(me.data);
  if (me.data === undefined && (me.isError || me.isPaused))
    return (
      <Frame desk={desk}>
        <Fetched query={me} whole>
          {() => null}
        </Fetched>
      </Frame>
    );
  return (
    <Fetched query={me} skeleton={<Frame desk={desk} />}>
      {(found) => {
        const shown = found ?? known;
        if (!shown) return <ToSignIn left={left} />;
        return (
          <>
            <SignedIn key={shown.id} me={shown} desk={desk} away={!found} leave={leave} />
            {!found && (
              <Suspense fallback={<Frame desk={desk} />}>
                <SignIn ended={shown} />
              </Suspense>
            )}
          </>
        );
      }}
    </Fetched>
  );
}
