import { html } from "hono/html";

export const ARROW_LEFT = html`<svg
  class="icon"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <path d="m12 19-7-7 7-7" />
  <path d="M19 12H5" />
</svg>`;

/** Bellhop's own mark. */
export const BELL = html`<svg
  class="bell"
  viewBox="0 0 16 16"
  fill="currentColor"
  aria-hidden="true"
>
  <path d="M6 1h4v2H9v1H7V3H6z" />
  <path d="M1 11a7 7 0 0 1 14 0z" />
  <rect x="0" y="12" width="16" height="3" rx="1" />
</svg>`;
