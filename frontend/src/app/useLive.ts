import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { forgetAhead } from "../api/ahead";
import { ME, placeOf } from "../api/me";
import { Live } from "../lib/live/live";
import { Refresher } from "../lib/live/queries";
import type { Status } from "../lib/live/socket";

const POLL_URL = "/ws/poll";

function socketUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/ws`;
}

/** Keeps the screens current while someone is signed in, which they are not while `away`; says how the connection is. */
export function useLive(away: boolean): Status {
  const client = useQueryClient();
  const [status, setStatus] = useState<Status>("connecting");
  useEffect(() => {
    if (away) return;
    const refresher = new Refresher(client);
    const live = new Live(socketUrl(), POLL_URL, placeOf(client), {
      changed: (changes) => refresher.changed(changes),
      resync: () => {
        forgetAhead();
        refresher.all();
      },
      resumed: () => {
        forgetAhead();
        refresher.failed();
      },
      status: setStatus,
      signedOut: () => void client.invalidateQueries({ queryKey: ME }),
    });
    live.start();
    return () => live.stop();
  }, [away, client]);
  return status;
}
