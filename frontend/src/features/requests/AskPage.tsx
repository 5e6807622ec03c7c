import { Trans } from "@lingui/react/macro";
import { useEffect, useMemo } from "react";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useQueryClient } from "@tanstack/react-query";
import { type Me, useMe } from "../../api/me";
import { EmptyState, Fetched } from "../../ui/states";
import { useRefusal } from "../../ui/useRefusal";
import { AskForm } from "./ask/AskForm";
import { Before, useHome } from "./ask/Before";
import { repeated } from "./ask/again";
import { nextDay } from "./ask/repeat";
import { TwoVersions } from "./ask/TwoVersions";
import { ThrowAway } from "./ask/ThrowAway";
import { type Draft, EMPTY } from "./draft/form";
import { Shelf } from "./draft/shelf";
import { useKeeper } from "./draft/useKeeper";
import { account, useDiscard } from "./mutations";
import {
  type Group,
  type Session,
  sessionKeys,
  useAcquainted,
  useComingVisits,
  useGroups,
  useLately,
  useMembers,
  useSession,
  type Visit,
} from "./queries";
import "./requests.css";

interface Known {
  me: Me;
  groups: Group[];
  visits: Visit[];
  lately: Session[];
  /** What is asked for again. */
  before: Session | null;
  /** Names this opening of the form: going on to the draft's own address is no new opening. */
  seat: string;
}

/** What the form begins with: the same again, or the next day, the only group, and whoever writes as the contact. */
function startOf(
  { me, groups, visits, lately, before }: Known,
  slot: string | undefined,
): { slot: string; start: Draft; review: boolean } {
  const days = visits.map(({ day }) => day);
  if (before && !slot) {
    const day = nextDay(days, before.group.id, lately);
    return { slot: `repeat-${before.id}-${day}`, start: repeated(before, day), review: true };
  }
  const [only, ...others] = groups;
  const group = only && others.length === 0 ? only.id : "";
  const contactName = me.roles.includes("team") ? "" : me.name;
  return { slot: slot ?? "new", start: { ...EMPTY, group, day: days[0] ?? "", contactName }, review: false };
}

function useNames(session: Session | undefined, group: string): Record<string, string> {
  const acquainted = useAcquainted(group).data ?? [];
  const named = session?.named ? [[session.named.id, session.named.first_name] as const] : [];
  return Object.fromEntries([...named, ...acquainted.map(({ id, first_name }) => [id, first_name] as const)]);
}

/** A draft of the account; others are on this device only, by a name of its own. */
const IS_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const agencyOf = (groups: Group[], wanted: string) => groups.find(({ id }) => id === wanted)?.agency.id;

function Ask(known: Known) {
  const { draftId } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const discard = useDiscard();
  const home = useHome();
  const { me, groups, visits, lately, before, seat } = known;
  const { slot, start, review } = startOf(known, draftId);
  const shelf = useMemo(() => new Shelf(me.id), [me.id]);
  const zoneOf = (group: string) => groups.find(({ id }) => id === group)?.site.time_zone;
  const keeper = useKeeper({ shelf, account, zoneOf, slot, start });
  const { id, draft, sent, elsewhere, conflict } = keeper.state;
  const stored = useSession(id ?? (draftId && IS_ID.test(draftId) ? draftId : undefined));
  const members = useMembers(agencyOf(groups, draft.group)).data ?? [];
  const around = {
    groups,
    members,
    names: useNames(
      stored.data ?? before ?? lately.find(({ named }) => named?.id === draft.named),
      draft.group,
    ),
  };

  useEffect(() => {
    if (stored.data) keeper.observe(stored.data);
  }, [keeper, stored.data]);
  const gone = useRefusal(stored)?.status === 404;
  useEffect(() => {
    if (gone && keeper.state.id) keeper.lost();
  }, [gone, keeper]);
  useEffect(() => {
    if (id && id !== draftId) void navigate(`${home}/ask/${id}`, { replace: true, state: { seat } });
  }, [id, draftId, home, navigate, seat]);
  useEffect(() => {
    if (!sent) return;
    void client.invalidateQueries({ queryKey: sessionKeys.all });
    void navigate(home === "/team" ? "/team/requests" : `/partner/sessions/${sent.id}`, { replace: true });
  }, [sent, client, home, navigate]);

  const choose = (group: string) => {
    // A draft belongs to its agency: for another one it is begun anew.
    if (id && agencyOf(groups, group) !== (agencyOf(groups, draft.group) ?? stored.data?.agency.id)) {
      discard.mutate(id);
      keeper.lost();
    }
    const { named: _named, ...requirements } = draft.requirements;
    keeper.change({ group, named: "", requirements, told: null });
  };
  if (elsewhere) return <SentElsewhere session={elsewhere} home={home} forget={() => keeper.forget()} />;
  if (gone && draftId && keeper.state.safe === "nothing") return <GoneDraft home={home} />;
  if (conflict)
    return (
      <TwoVersions
        mine={draft}
        theirs={conflict}
        around={around}
        keepMine={() => keeper.keepMine()}
        keepTheirs={() => keeper.keepTheirs()}
      />
    );
  const throwAway = () => {
    keeper.forget();
    if (id) discard.mutate(id);
    void navigate(home);
  };
  return (
    <>
      <AskForm keeper={keeper} around={around} visits={visits} review={review} choose={choose} />
      {keeper.state.safe !== "nothing" && <ThrowAway throwAway={throwAway} />}
    </>
  );
}

function SentElsewhere({ session, home, forget }: { session: Session; home: string; forget: () => void }) {
  return (
    <EmptyState title={<Trans>This request was sent already</Trans>}>
      <p>
        <Trans>What you typed here since then was not in it. You can propose a change.</Trans>
      </p>
      <Link to={home === "/team" ? "/team/requests" : `/partner/sessions/${session.id}`} onClick={forget}>
        <Trans>To the request</Trans>
      </Link>
    </EmptyState>
  );
}

function GoneDraft({ home }: { home: string }) {
  return (
    <EmptyState title={<Trans>This draft is not here any more</Trans>}>
      <p>
        <Trans>It was sent or thrown away.</Trans>
      </p>
      <Link to={home}>
        <Trans>To my sessions</Trans>
      </Link>
    </EmptyState>
  );
}

/** Ask for a session; the team uses the same form on a partner's behalf. */
export function AskPage() {
  const [me, groups, visits, lately] = [useMe(), useGroups(), useComingVisits(), useLately()];
  const location = useLocation();
  const seat = (location.state as { seat?: string } | null)?.seat ?? location.key;
  return (
    <div className="narrow stack">
      <h1>
        <Trans>Ask for a session</Trans>
      </h1>
      <Fetched query={groups}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={<Trans>No group yet</Trans>}>
              <p>
                <Trans>The team adds your groups. Please write to them.</Trans>
              </p>
            </EmptyState>
          ) : (
            <Fetched query={visits}>
              {(days) => (
                <Fetched query={lately}>
                  {(last) => (
                    <Before lately={last}>
                      {(before) =>
                        me.data && (
                          <Ask
                            key={seat}
                            {...{ seat, before }}
                            me={me.data}
                            groups={found}
                            visits={days}
                            lately={last}
                          />
                        )
                      }
                    </Before>
                  )}
                </Fetched>
              )}
            </Fetched>
          )
        }
      </Fetched>
    </div>
  );
}
