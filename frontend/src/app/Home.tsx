import { Navigate } from "react-router";
import { useMe } from "../api/me";
import { Frame } from "./Frame";
import { homeOf } from "./home";
import { Fetched } from "../ui/states";

/** To the sign-in, or to the desk of who is signed in. */
export function Home() {
  const me = useMe();
  if (me.isLoading) return <Frame />;
  return (
    <main className="page">
      <Fetched query={me} whole>
        {(found) => <Navigate to={found ? homeOf(found) : "/sign-in"} replace />}
      </Fetched>
    </main>
  );
}
