import "./ui/styles";
import "./ui/variables";
import { onlineManager } from "@tanstack/react-query";
import { startTransition, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { makeClient, remembered } from "./app/client";
import { begun } from "./app/router";
import { activate } from "./i18n/activate";
import { locale } from "./i18n/locale";

// TanStack Query believes it is online when it boots: it would ask in vain, give up, and not ask again when there is a signal.
onlineManager.setOnline(navigator.onLine);

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");

// Until the screen itself can be drawn, the frame that came with the page stays.
const client = makeClient();
await Promise.all([activate(locale()), begun(), remembered(client), window.passerelleStyled]);
// In pieces: a slow phone hears a tap between them.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  ),
);
