import type { Account } from "../types.ts";

/** Escapes text for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

const AUTH = "https://www.googleapis.com/auth/";

const scopeTexts: Readonly<Record<string, string>> = {
  openid: "Associate you with your personal info",
  [`${AUTH}userinfo.email`]: "See your primary Google Account email address",
  [`${AUTH}userinfo.profile`]:
    "See your personal info, including any you’ve made publicly available",
  [`${AUTH}calendar`]: "See, edit, share, and permanently delete all the calendars you can access",
  [`${AUTH}calendar.readonly`]: "See and download any calendar you can access",
  [`${AUTH}calendar.events`]: "View and edit events on all your calendars",
  [`${AUTH}calendar.events.readonly`]: "View events on all your calendars",
  [`${AUTH}calendar.calendarlist.readonly`]: "See the list of calendars you’re subscribed to",
  [`${AUTH}calendar.app.created`]:
    "Make secondary calendars, and see, create, change, and delete events on them",
};

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f3f5f8, #16181c); }
  main { width: min(30rem, calc(100vw - 2rem)); box-sizing: border-box; padding: 2rem; border-radius: 1rem;
    background: light-dark(#fff, #22252b); box-shadow: 0 1px 3px rgb(0 0 0 / .2); }
  .label { margin: 0 0 1.5rem; font-size: .8rem; letter-spacing: .04em; color: light-dark(#5b6472, #a4adba); }
  h1 { font-size: 1.4rem; font-weight: 500; margin: 0 0 1rem; text-wrap: balance; }
  ul { list-style: none; margin: 0 0 1.5rem; padding: 0; }
  li { border-top: 1px solid light-dark(#e0e4ea, #3a3f48); }
  li label, li p { display: flex; gap: .75rem; margin: 0; padding: .75rem 0; align-items: start; }
  input { width: 1.15rem; height: 1.15rem; margin: .2rem 0 0; flex: none; }
  button { font: inherit; border-radius: 2rem; padding: .5rem 1.25rem; cursor: pointer;
    border: 1px solid light-dark(#747c89, #8b94a1); background: none; color: inherit; }
  button.main { background: #1f5fbf; border-color: #1f5fbf; color: #fff; }
  button.account { width: 100%; border: 0; border-radius: .5rem; text-align: left; padding: .75rem; }
  button.account:hover { background: light-dark(#eef1f5, #2c3038); }
  button.account small { display: block; opacity: .75; }
  .actions { display: flex; justify-content: end; gap: .75rem; }
`;

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Google sign-in simulator</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="label">GOOGLE SIGN-IN SIMULATOR: nothing here is real</p>
${body}
</main>
</body>
</html>`;
}

interface PageHead {
  readonly appName: string;
  /** The authorisation request, as a query string that the form carries along. */
  readonly request: string;
}

/** Page one: who are you? */
export function accountPage(content: PageHead & { readonly accounts: readonly Account[] }): string {
  const accounts = content.accounts.map(
    ({ email, name }) =>
      `<li><button class="account" name="account" value="${escapeHtml(email)}">${escapeHtml(name)}<small>${escapeHtml(email)}</small></button></li>`,
  );
  return page(
    "Choose an account",
    `<h1>Choose an account to continue to ${escapeHtml(content.appName)}</h1>
<form method="post">
<input type="hidden" name="request" value="${escapeHtml(content.request)}">
<ul>${accounts.join("\n")}</ul>
</form>`,
  );
}

export interface ConsentContent extends PageHead {
  readonly email: string;
  readonly signInScopes: readonly string[];
  /** Each has a box of its own. */
  readonly otherScopes: readonly string[];
  readonly ticked: boolean;
}

/** Page two: sign-in scopes as text, every other scope with its own box. */
export function consentPage(content: ConsentContent): string {
  const signIn = content.signInScopes.map((scope) => `<li><p>${describe(scope)}</p></li>`);
  const others = content.otherScopes.map(
    (scope) =>
      `<li><label><input type="checkbox" name="scope" value="${escapeHtml(scope)}"${content.ticked ? " checked" : ""}><span>${describe(scope)}</span></label></li>`,
  );
  const app = escapeHtml(content.appName);
  return page(
    "Consent",
    `<h1>${app} wants access to the account ${escapeHtml(content.email)}</h1>
<form method="post">
<input type="hidden" name="request" value="${escapeHtml(content.request)}">
<input type="hidden" name="account" value="${escapeHtml(content.email)}">
${signIn.length === 0 ? "" : `<p>When you sign in, ${app} will be able to:</p><ul>${signIn.join("\n")}</ul>`}
${others.length === 0 ? "" : `<p>Select what ${app} can access:</p><ul>${others.join("\n")}</ul>`}
<div class="actions">
<button name="decision" value="deny">Deny</button>
<button class="main" name="decision" value="allow">Allow</button>
</div>
</form>`,
  );
}

function describe(scope: string): string {
  return escapeHtml(scopeTexts[scope] ?? scope);
}

/** Errors that Google shows itself, because it cannot trust the way back. */
export function errorPage(code: string, message: string): string {
  return page(
    "Error",
    `<h1>Access blocked</h1><p>${escapeHtml(message)}</p><p>Error 400: ${escapeHtml(code)}</p>`,
  );
}
