import type { ReactNode } from "react";
import { Mark } from "../ui/Mark";
import { Loading } from "../ui/states";
import type { Me } from "../api/me";

interface Props {
  desk?: Me["roles"][number];
  /** Why it cannot be known. */
  children?: ReactNode;
}

/** What stands there before it is known who is signed in. `index.html` shows the same before any script is there. */
export function Frame({ desk, children }: Props) {
  return (
    <div className="shell frame" data-desk={desk}>
      <header className="shell-top">
        <span className="shell-name">
          <Mark /> <span>Passerelle</span>
        </span>
        <div className="shell-places" />
      </header>
      <main className="page">{children ?? <Loading />}</main>
    </div>
  );
}
