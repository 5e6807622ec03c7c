import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { shortDate } from "../../lib/time/words";
import { THINGS } from "../../desk/changes";
import { UserText } from "../../ui/UserText";
import { type About, wayTo } from "./acts";

/** A thing by its name and day; its type where it has no name. */
export function Thing({ line }: { line: About }) {
  const { i18n } = useLingui();
  const type = THINGS[line.type];
  const day = line.thing?.day && shortDate(line.thing.day, i18n.locale);
  const name = line.thing?.name;
  const words = name ? (
    <>
      <UserText>{name}</UserText>
      {day && `, ${day}`}
    </>
  ) : (
    (day ?? (type && i18n._(type)))
  );
  const way = wayTo(line);
  return way ? <Link to={way}>{words}</Link> : words;
}
