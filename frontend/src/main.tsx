import "./ui/styles";
import { onlineManager } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { activate } from "./i18n/activate";
import { locale } from "./i18n/locale";

// TanStack Query believes it is online when it boots; what is saved on the phone would be lost on a reload.
onlineManager.setOnline(navigator.onLine);

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");

await activate(locale());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
