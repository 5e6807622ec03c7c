import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { forgetAhead } from "../api/ahead";
import { ME, placeOf } from "../api/me";
import { Refresher } from "../lib/live/queries";
import { LiveSocket, type Status } from "../lib/live/socket";

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
    const socket = new LiveSocket(socketUrl(), placeOf(client), {
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
    socket.start();
    return () => socket.stop();
  }, [away, client]);
  return status;
}
