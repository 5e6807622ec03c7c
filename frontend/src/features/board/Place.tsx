import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { changeWords } from "../../desk/changes";
import { StatusNote } from "../../ui/StatusNote";
import { UserText } from "../../ui/UserText";
import { LANGUAGES, VARIETIES } from "../../ui/words";
import type { Session, Shift } from "./queries";
import { isNear, TimeLeft } from "./TimeLeft";
import { useMinute } from "./useMinute";
import type { Change } from "./useRecent";

/** What an empty place is waiting for, in a few words. */
function Waiting({ shift }: { shift: Shift }) {
  const asked = shift.offers.filter(({ state }) => state === "asked").length;
  if (asked) return <Plural value={asked} one="# person asked" other="# people asked" />;
  return <Trans>nobody asked yet</Trans>;
}

/** While nobody has it and it is near: how long there still is until it begins. */
function Until({ begins }: { begins: string }) {
  const now = useMinute();
  if (!isNear(begins, now)) return null;
  return (
    <span className="time-left small">
      <TimeLeft by={begins} now={now} />
    </span>
  );
}

function PlaceState({ shift, cover }: { shift: Shift; cover: Session["cover"] }) {
  switch (shift.state) {
    case "confirmed":
      return (
        <StatusNote kind="confirmed">
          <Trans>Confirmed</Trans>
        </StatusNote>
      );
    case "taken":
      return (
        <StatusNote kind="yes">
          <Trans>Said yes</Trans>
        </StatusNote>
      );
    case "worked":
      return (
        <StatusNote kind="over">
          <Trans>Came</Trans>
        </StatusNote>
      );
    case "missed":
      return (
        <StatusNote kind="over">
          <Trans>Did not come</Trans>
        </StatusNote>
      );
    default:
      return (
        <StatusNote kind="gap">
          <Trans>
            {cover.filled} of {cover.shifts}
          </Trans>
        </StatusNote>
      );
  }
}

/** Who changed something a moment ago, and what. */
export function Recently({ change }: { change: Change }) {
  const { i18n } = useLingui();
  return (
    <span className="recently small">
      {change.by_name && (
        <>
          <UserText>{change.by_name}</UserText>:{" "}
        </>
      )}
      {i18n._(changeWords(change.type, change.kind))}
    </span>
  );
}

interface Props {
  shift: Shift;
  session: Session;
  opened: boolean;
  change: Change | undefined;
  open: () => void;
}

/** One place: its language, who has it or what it waits for, its state. A gap is dashed and says how many are there. */
export function Place({ shift, session, opened, change, open }: Props) {
  const { i18n } = useLingui();
  const standby = shift.offers.filter(({ state }) => state === "reserve").length;
  return (
    <button
      type="button"
      className={change ? "place flash" : "place"}
      data-id={shift.id}
      data-state={shift.state}
      data-open={opened}
      aria-expanded={opened}
      onClick={open}
    >
      <span className="place-head">
        <span className="place-language">
          {i18n._(LANGUAGES[shift.language])}
          {shift.variety ? ` (${i18n._(VARIETIES[shift.variety])})` : ""}
        </span>
        <PlaceState shift={shift} cover={session.cover} />
      </span>
      <span className="place-who">
        {shift.holder ? <UserText>{shift.holder.name}</UserText> : <Waiting shift={shift} />}
      </span>
      {standby > 0 && (
        <span className="soft small">
          <Trans>{standby} on standby</Trans>
        </span>
      )}
      {shift.state === "open" && <Until begins={session.starts_at} />}
      {shift.blocks.map(({ code, message }) => (
        <span key={code} className="hard small">
          {message}
        </span>
      ))}
      {change && <Recently change={change} />}
    </button>
  );
}
