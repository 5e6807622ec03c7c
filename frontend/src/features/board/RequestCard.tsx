import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { dayWords, momentWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { Hours } from "../../ui/Hours";
import { UserText } from "../../ui/UserText";
import { GROUP_KINDS, LANGUAGES, MODES, VARIETIES } from "../../ui/words";
import { AskedOfInterpreters, BriefFacts, ContactFact } from "./BriefFacts";
import { DeclineForm } from "./DeclineForm";
import { GroupRules } from "./GroupRules";
import { OnBehalf } from "./OnBehalf";
import { Proposal } from "./Proposal";
import type { Session } from "./queries";
import { ScheduleForm } from "./ScheduleForm";

export function Needs({ session }: { session: Session }) {
  const { i18n } = useLingui();
  return session.needs
    .map(({ language, variety, people }) => {
      const name = i18n._(LANGUAGES[language]) + (variety ? ` (${i18n._(VARIETIES[variety])})` : "");
      return `${name} × ${people}`;
    })
    .join(" · ");
}

export function SessionFacts({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const { group, people_expected, site } = session;
  return (
    <dl className="facts">
      <dt>
        <Trans>Where</Trans>
      </dt>
      <dd>
        <UserText>{`${site.name}, ${site.area}`}</UserText> · {i18n._(MODES[session.mode])}
      </dd>
      <dt>
        <Trans>Who</Trans>
      </dt>
      <dd>
        {i18n._(GROUP_KINDS[group.kind])} · <Trans>{people_expected} people</Trans>
        <strong>
          <GroupRules {...group} />
        </strong>
      </dd>
      <dt>
        <Trans>Languages</Trans>
      </dt>
      <dd>
        <Needs session={session} />
      </dd>
      <AskedOfInterpreters session={session} />
      <BriefFacts brief={session.brief} staff={session.staff_present} />
      <ContactFact contact={session.contact} />
    </dl>
  );
}

/** One request and its two answers: put it on a day, or say that we cannot. */
export function RequestCard({ session }: { session: Session }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<"schedule" | "decline" | null>(null);
  const zone = session.site.time_zone;
  const by = session.answer_by && momentWords(session.answer_by, i18n.locale, zone);
  const may = (action: Session["allowed_actions"][number]) => session.allowed_actions.includes(action);
  return (
    <article className="card" aria-label={session.group.name}>
      <div>
        <p className="soft">
          <UserText>{session.agency.name}</UserText>
        </p>
        <h2>
          <UserText>{session.group.name}</UserText>
        </h2>
        <p>
          {dayWords(session.starts_at, i18n.locale, zone)} ·{" "}
          <Hours start={session.starts_at} end={session.ends_at} zone={zone} />
        </p>
      </div>
      <SessionFacts session={session} />
      <Proposal session={session} />
      {by && (
        <p className="soft">
          <Trans>Answer by {by}</Trans>
        </p>
      )}
      {open === "schedule" && <ScheduleForm session={session} close={() => setOpen(null)} />}
      {open === "decline" && <DeclineForm session={session} close={() => setOpen(null)} />}
      {open === null && (
        <div className="row">
          {may("schedule") && (
            <Act onClick={() => setOpen("schedule")}>
              <Trans>Put on a Friday</Trans>
            </Act>
          )}
          {may("decline") && (
            <Act variant="default" onClick={() => setOpen("decline")}>
              <Trans>We cannot come</Trans>
            </Act>
          )}
          <OnBehalf session={session} />
        </div>
      )}
    </article>
  );
}
