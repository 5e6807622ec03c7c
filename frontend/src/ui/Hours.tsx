import { useLingui } from "@lingui/react";
import { foreignZone, hours } from "../lib/time/words";

interface Props {
  start: string;
  end: string;
  zone: string;
}

/** "10:00–11:30" on the clocks of the place. It runs with the page, from right to left where it does. */
export function Clocks({ start, end, zone }: Props) {
  const { i18n } = useLingui();
  return <span className="clocks">{hours(start, end, i18n.locale, zone)}</span>;
}

/** The same, with the zone named where this device is in another one. */
export function Hours({ start, end, zone }: Props) {
  const { i18n } = useLingui();
  const named = foreignZone(zone, i18n.locale, start);
  return (
    <>
      <Clocks start={start} end={end} zone={zone} />
      {named && <span className="soft"> {named}</span>}
    </>
  );
}
