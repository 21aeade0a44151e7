import type { Hono } from "hono";
import type { AppEnv } from "../../src-companion/http/env.ts";

export interface Page {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  readonly headers: Headers;
}

export type Fields = Readonly<Record<string, string>>;

export interface ClientOptions {
  readonly app: Pick<Hono<AppEnv>, "fetch">;
  readonly baseUrl: string;
  /** The other end of the connection, as the server sees it. */
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** False: a browser that keeps no cookies. */
  readonly cookies?: boolean;
}

function decode(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
  };
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => names[entity] ?? entity);
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decode(found);
}

/** The hidden and prefilled fields of the form on a page that leads to `action`. */
export function formOf(page: Page, action: string): Fields {
  const forms = page.html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => attribute(one.slice(0, one.indexOf(">")), "action") === action);
  if (form === undefined)
    throw new Error(`No form leads to ${action} on ${page.url} (${page.status}).`);
  const inputs = form.match(/<input[\s\S]*?>/g) ?? [];
  return Object.fromEntries(
    inputs.flatMap((tag) => {
      const name = attribute(tag, "name");
      return name === undefined ? [] : [[name, attribute(tag, "value") ?? ""]];
    }),
  );
}

/** What a person reads: the page without tags. */
export function textOf({ html }: Page): string {
  const body = html.slice(html.indexOf("<main"));
  return decode(body.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ")).trim();
}

/** A browser without a window: cookies, redirects, forms. The companion is called directly, everything else over HTTP. */
export function createClient(options: ClientOptions) {
  const { app, baseUrl, address = "203.0.113.7", cookies = true } = options;
  const jar = new Map<string, string>();
  const origin = new URL(baseUrl).origin;

  const keep = (headers: Headers): void => {
    if (!cookies) return;
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      const ends = attributes.some((one) => /^\s*max-age=0$/i.test(one));
      if (ends) jar.delete(name);
      else jar.set(name, value.join("="));
    }
  };

  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (new URL(url).origin !== origin) return fetch(url, { ...init, redirect: "manual" });
    const headers = new Headers({
      ...options.headers,
      ...Object.fromEntries(new Headers(init.headers)),
    });
    if (jar.size > 0)
      headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await app.fetch(new Request(url, { ...init, headers }), {
      remoteAddress: address,
    });
    keep(response.headers);
    return response;
  };

  /** One request without following; for looking at redirects. */
  const ask = (target: string, init: RequestInit = {}): Promise<Response> =>
    send(new URL(target, baseUrl).toString(), init);

  const read = async (url: string, response: Response): Promise<Page> => ({
    status: response.status,
    url,
    html: await response.text(),
    headers: response.headers,
  });

  const follow = async (url: string, response: Response): Promise<Page> => {
    const location = response.headers.get("location");
    if (location === null || response.status < 300 || response.status > 399)
      return read(url, response);
    const target = new URL(location, url).toString();
    return follow(target, await send(target));
  };

  const go = async (target: string): Promise<Page> => {
    const url = new URL(target, baseUrl).toString();
    return follow(url, await send(url));
  };

  const post = (target: string, fields: Fields, headers: Fields = {}): Promise<Response> =>
    ask(target, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin, ...headers },
    });

  /** Fills in the form of the page that leads to `action`, sends it, and follows to where it ends. */
  const submit = async (page: Page, action: string, fields: Fields = {}): Promise<Page> => {
    const response = await post(action, { ...formOf(page, action), ...fields });
    return follow(new URL(action, baseUrl).toString(), response);
  };

  return { ask, follow, go, jar, post, submit };
}

export type Client = ReturnType<typeof createClient>;
