import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import { comma } from "../lib/names";
import { UserText } from "./UserText";

interface Props {
  of: string[];
  /** The comma of the page's language unless told. */
  between?: string;
}

/** Names in a row, each in its own direction: beside one in another script, all stay in their order. */
export function Names({ of: names, between }: Props) {
  const { i18n } = useLingui();
  return names.map((name, at) => (
    <Fragment key={names.slice(0, at + 1).join("\n")}>
      {at > 0 && (between ?? comma(i18n.locale))}
      <UserText>{name}</UserText>
    </Fragment>
  ));
}
