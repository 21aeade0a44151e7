import "./no-eval.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@fontsource-variable/hanken-grotesk";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/tints.css";
import "./words/i18n.ts";
import { App } from "./app/app.tsx";

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
