import { expect, it } from "vitest";
import { createHttpBridge } from "../../../src-renderer/bridge-http.ts";

/** A page whose requests are answered by hand, in the order they were made. */
function pageByHand() {
  const asked: { readonly path: string; readonly answer: (response: Response | Error) => void }[] =
    [];
  const page = {
    location: { hash: "", pathname: "/" },
    history: { replaceState: () => undefined },
    sessionStorage: { getItem: () => "token", setItem: () => undefined },
    setTimeout: () => 0,
    fetch: (path: string) =>
      new Promise<Response>((resolve, reject) => {
        const answer = (response: Response | Error): void =>
          response instanceof Error ? reject(response) : resolve(response);
        asked.push({ path, answer });
      }),
  };
  return { page: page as unknown as Parameters<typeof createHttpBridge>[0], asked };
}

const STREAM_THAT_STAYS_OPEN = (): Response => new Response(new ReadableStream());
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("asks nothing before it listens, or a change in between would never be told", async () => {
  const { page, asked } = pageByHand();
  const answer = createHttpBridge(page).call["sync.status"]({});
  await settled();
  expect(asked.map(({ path }) => path)).toEqual(["/events"]);

  asked[0]?.answer(STREAM_THAT_STAYS_OPEN());
  await settled();
  expect(asked.map(({ path }) => path)).toEqual(["/events", "/bridge/sync.status"]);
  asked[1]?.answer(
    Response.json({ ok: false, error: { code: "X", message: "", retryable: true } }),
  );
  expect(await answer).toMatchObject({ ok: false, error: { code: "X" } });
});

it("asks all the same when the desk can’t be listened to, so that the failure is told", async () => {
  const { page, asked } = pageByHand();
  const answer = createHttpBridge(page).call["app.info"]({});
  asked[0]?.answer(new Error("refused"));
  await settled();
  asked[1]?.answer(new Error("refused"));
  expect(await answer).toMatchObject({ ok: false, error: { code: "INTERNAL", retryable: true } });
});
