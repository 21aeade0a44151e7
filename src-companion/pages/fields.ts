import { html } from "hono/html";
import { type Html, NOTHING } from "./layout.ts";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete?: string;
  readonly value?: string;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly wrong?: string | undefined;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  readonly optional?: boolean;
}

/** A labelled field with its hint and what is wrong with it, tied together for screen readers. */
export function field(content: Field): Html {
  const { name, label, type = "text", autocomplete = "off", value = "", hint, wrong } = content;
  const { maxLength = 200, readOnly = false, optional = false } = content;
  const described = [
    hint === undefined ? "" : `${name}-hint`,
    wrong === undefined ? "" : `${name}-wrong`,
  ]
    .filter((id) => id !== "")
    .join(" ");
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="${maxLength}"
      ${type === "email" ? html`inputmode="email" autocapitalize="none" spellcheck="false"` : ""}
      ${described === "" ? "" : html`aria-describedby="${described}"`}
      ${wrong === undefined ? "" : html`aria-invalid="true"`}
      ${readOnly ? "readonly" : ""}
      ${optional ? "" : "required"}
    />
    ${hint === undefined ? NOTHING : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${wrong === undefined ? NOTHING : html`<p class="wrong" id="${name}-wrong">${wrong}</p>`}
  </div>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

export function submit(label: string, look: "main" | "plain" | "danger" = "main"): Html {
  return html`<button class="button ${look === "plain" ? "" : `button-${look}`}" type="submit">
    ${label}
  </button>`;
}

/** A remark at the top of a page; what went wrong is read out at once. */
export function note(text: string, tone: "ok" | "wrong"): Html {
  return html`<p class="note note-${tone}" role="${tone === "wrong" ? "alert" : "status"}">
    ${text}
  </p>`;
}
