import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";

/** What would be lost with who signs out: a desk's words, since no interpreter writes drafts. */
export const onThisDeviceOnly = (drafts: number): MessageDescriptor =>
  msg`${plural(drafts, {
    one: "# request is on this device only. If you sign out now, it is lost.",
    other: "# requests are on this device only. If you sign out now, they are lost.",
  })}`;
