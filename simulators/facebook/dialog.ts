import { type Exchange, type Reply, html, redirect } from "./exchange.ts";
import { type App, type Person, SCOPES, type World, nextSecret } from "./world.ts";

interface Asked {
  readonly app: App;
  readonly redirectUri: string;
  readonly state: string;
  readonly scopes: readonly string[];
}

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(title: string, body: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Facebook simulator</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { width: min(28rem, calc(100vw - 2rem)); }
.label { font-size: .8rem; opacity: .75; }
button, select { font: inherit; min-height: 2.75rem; padding: 0 1rem; }
form { display: grid; gap: 1rem; }
</style></head><body><main>
<p class="label">FACEBOOK SIMULATOR: nothing here is real</p>
<h1>${escape(title)}</h1>${body}</main></body></html>`;
}

const refused = (message: string): Reply => html(400, page("Error", `<p>${escape(message)}</p>`));

function read(world: World, query: URLSearchParams): Asked | Reply {
  const app = world.apps.get(query.get("client_id") ?? "");
  if (app === undefined) return refused("Invalid App ID");
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!app.redirects.includes(redirectUri))
    return refused("URL blocked: the redirect URI is not in the app's list.");
  if (query.get("response_type") !== "code") return refused("Invalid response_type");
  const scopes = (query.get("scope") ?? "").split(/[\s,]+/).filter((scope) => scope !== "");
  const foreign = scopes.filter((scope) => !SCOPES.some((known) => known === scope));
  if (foreign.length > 0) return refused(`Invalid Scopes: ${foreign.join(", ")}`);
  return { app, redirectUri, state: query.get("state") ?? "", scopes };
}

/** Facebook ends every address that it sends back to with #_=_. */
function back(asked: Asked, parameters: Readonly<Record<string, string>>): Reply {
  const target = new URL(asked.redirectUri);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  target.searchParams.set("state", asked.state);
  target.hash = "_=_";
  return redirect(target.toString());
}

const refuse = (asked: Asked): Reply =>
  back(asked, {
    error: "access_denied",
    error_code: "200",
    error_description: "Permissions error",
    error_reason: "user_denied",
  });

function approve(world: World, asked: Asked, person: Person, withEmail: boolean): Reply {
  const code = `AQ${nextSecret(world, "code")}`;
  world.codes.set(code, {
    appId: asked.app.appId,
    redirectUri: asked.redirectUri,
    personId: person.id,
    scopes: asked.scopes.filter((scope) => scope !== "email" || withEmail),
    issuedAt: world.now(),
    used: false,
  });
  return back(asked, { code });
}

function consentPage(world: World, asked: Asked): Reply {
  const people = [...world.people.values()].map(
    ({ id, firstName, lastName, email = "no e-mail address" }) =>
      `<option value="${escape(id)}">${escape(`${firstName} ${lastName}, ${email}`)}</option>`,
  );
  return html(
    200,
    page(
      `Continue to ${asked.app.name}?`,
      `<form method="post">
<label>Who are you? <select name="person">${people.join("")}</select></label>
<label><input type="checkbox" name="email" value="1" checked> Share the e-mail address</label>
<button name="decision" value="allow">Continue</button>
<button name="decision" value="deny">Cancel</button>
</form>`,
    ),
  );
}

/** `/<version>/dialog/oauth`: who are you, may the app know? */
export function answerDialog(world: World, exchange: Exchange): Reply {
  const asked = read(world, exchange.query);
  if ("status" in asked) return asked;
  const { mode, personId, withholdEmail } = world.consent;
  const form = new URLSearchParams(exchange.method === "POST" ? exchange.body : "");
  if (mode === "refuse" || form.get("decision") === "deny") return refuse(asked);
  const chosen = form.get("person") ?? personId ?? [...world.people.keys()][0] ?? "";
  const person = world.people.get(chosen);
  if (person === undefined) return refused("There is no such person.");
  if (mode === "approve") return approve(world, asked, person, !withholdEmail);
  if (form.get("decision") === "allow")
    return approve(world, asked, person, form.get("email") === "1");
  return consentPage(world, asked);
}
