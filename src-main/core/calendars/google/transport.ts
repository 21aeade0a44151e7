/**
 * How requests leave. The client's own choice, node-fetch, throws an error that nobody can catch when a request
 * with a body is aborted by the time limit, and so would end the whole desk; the runtime's `fetch` does not.
 */
export const TRANSPORT = {
  fetchImplementation: (...args: Parameters<typeof fetch>) => fetch(...args),
};
