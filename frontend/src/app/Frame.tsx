import { Mark } from "../ui/Mark";
import { Loading } from "../ui/states";
import type { Me } from "../api/me";

/** What stands there before it is known who is signed in. `index.html` shows the same before any script is there. */
export function Frame({ desk }: { desk?: Me["roles"][number] }) {
  return (
    <div className="shell frame" data-desk={desk}>
      <header className="shell-top">
        <span className="shell-name">
          <Mark /> <span>Passerelle</span>
        </span>
        <div className="shell-places" />
      </header>
      <main className="page">
        <Loading />
      </main>
    </div>
  );
}
