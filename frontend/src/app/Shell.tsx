import { Trans } from "@lingui/react/macro";
import { useRef } from "react";
import { Navigate, Outlet, ScrollRestoration } from "react-router";
import { useQueryClient } from "@tanstack/react-query";
import { type Me, ME, useMe } from "../api/me";
import { signOut } from "../api/session";
import { Fetched } from "../ui/states";
import { Mark } from "../ui/Mark";
import { UserText } from "../ui/UserText";
import { LanguageSwitch } from "../i18n/LanguageSwitch";
import { Ahead } from "./Ahead";
import type { Desk } from "./first";
import { Frame } from "./Frame";
import { Places } from "./Places";
import { NotYours } from "./problems";
import { useLive } from "./useLive";
import { useOwnLanguage } from "./useOwnLanguage";
import { useScreen } from "./useScreen";
import "./Shell.css";

function LiveNote({ status }: { status: string }) {
  if (status !== "waiting") return null;
  return (
    <p className="note shell-live" data-kind="warning" role="status">
      <Trans>No live connection. What you see may be out of date; we keep trying.</Trans>
    </p>
  );
}

function SignedIn({ me, desk }: { me: Me; desk: Desk }) {
  const status = useLive();
  const main = useRef<HTMLElement>(null);
  useScreen(main);
  useOwnLanguage(me);
  const client = useQueryClient();
  const leave = async () => {
    await signOut();
    client.clear();
    client.setQueryData(ME, null);
  };
  return (
    <div className="shell" data-desk={desk}>
      <a className="skip" href="#main">
        <Trans>Skip to the content</Trans>
      </a>
      <header className="shell-top">
        <span className="shell-name">
          <Mark /> <span>Passerelle</span>
        </span>
        <Places desk={desk} />
        <div className="row shell-me">
          <span className="shell-who">
            <UserText>{me.name}</UserText>
          </span>
          <LanguageSwitch />
          <button type="button" className="plain" onClick={() => void leave()}>
            <Trans>Sign out</Trans>
          </button>
        </div>
      </header>
      <LiveNote status={status} />
      <ScrollRestoration getKey={({ pathname }) => pathname} />
      <main className="page" id="main" ref={main} tabIndex={-1}>
        {me.roles.includes(desk) ? <Outlet /> : <NotYours />}
      </main>
      {me.roles.includes(desk) && <Ahead desk={desk} />}
    </div>
  );
}

/** The frame of a role's screens: where one can go, who one is, whether what one sees is live. */
export function Shell({ desk }: { desk: Desk }) {
  const me = useMe();
  return (
    <Fetched query={me} skeleton={<Frame desk={desk} />}>
      {(found) => (found ? <SignedIn me={found} desk={desk} /> : <Navigate to="/sign-in" replace />)}
    </Fetched>
  );
}
