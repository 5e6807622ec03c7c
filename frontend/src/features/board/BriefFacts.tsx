import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Schema } from "../../api/client";
import { callTo } from "../../lib/phone";
import { UserText } from "../../ui/UserText";
import { MATERIALS, QUALITIES, ROOMS, SITUATIONS, STRENGTHS, THEMES } from "../../ui/words";
import type { Session } from "./queries";
import { Names } from "../../ui/Names";

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

const list = (parts: string[]) => parts.join(" · ");

/** What the partner wrote about the session and who of theirs is there, a line a fact; what was left empty is left out. */
export function BriefFacts({ brief, staff }: { brief: Schema["Brief"]; staff: string[] }) {
  const { i18n } = useLingui();
  const { theme, situations, materials, room, notes } = brief;
  return (
    <>
      {theme && <Fact label={<Trans>Theme</Trans>}>{i18n._(THEMES[theme])}</Fact>}
      {situations.length > 0 && (
        <Fact label={<Trans>Good to know</Trans>}>
          {list(situations.map((word) => i18n._(SITUATIONS[word])))}
        </Fact>
      )}
      {materials.length > 0 && (
        <Fact label={<Trans>Please bring</Trans>}>
          {list(materials.map((word) => i18n._(MATERIALS[word])))}
        </Fact>
      )}
      {room.length > 0 && (
        <Fact label={<Trans>The room</Trans>}>{list(room.map((word) => i18n._(ROOMS[word])))}</Fact>
      )}
      {notes && (
        <Fact label={<Trans>Notes</Trans>}>
          <UserText>{notes}</UserText>
        </Fact>
      )}
      {staff.length > 0 && (
        <Fact label={<Trans>Staff who will be there</Trans>}>
          <Names of={staff} between=" · " />
        </Fact>
      )}
    </>
  );
}

/** Whom to call at the partner's on the day. */
export function ContactFact({ contact }: { contact: Session["contact"] }) {
  if (!contact) return null;
  return (
    <Fact label={<Trans>Contact on the day</Trans>}>
      <UserText>{contact.name}</UserText>{" "}
      {contact.phone && (
        <a href={callTo(contact.phone)} dir="ltr">
          {contact.phone}
        </a>
      )}
    </Fact>
  );
}

/** What the partner asks of every interpreter, and how strongly. */
export function AskedOfInterpreters({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const { requirements, named } = session;
  if (requirements.length === 0) return null;
  const words = requirements.map(({ what, strength }) => {
    const who = what === "named" && named ? named.first_name : i18n._(QUALITIES[what]);
    return `${who} (${i18n._(STRENGTHS[strength])})`;
  });
  return (
    <Fact label={<Trans>The interpreter</Trans>}>
      <UserText>{list(words)}</UserText>
    </Fact>
  );
}
