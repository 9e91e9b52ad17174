export type Wait = (milliseconds: number) => Promise<void>;

/** Nobody waits longer than this for one retry; the answer is then given as it is. */
const longestWaitSeconds = 30;

/** Acts that a repeat does not do twice: the API gives the first answer again. Everything else may have been done when a 503 comes. */
const recordedOnce = /\/v1\/apps\/[^/]+\/(opt-ins|opt-outs|eligibility)(\/bulk)?$|\/users\/search$|\/notices\/lint$/;

const timer: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends a call again that was answered 429 (nothing was done), or 503 where a repeat is harmless, after the time that `Retry-After`
 * names, or one second, two, four. Gives the last answer.
 */
export function patientFetch(
  fetch: (request: Request) => Promise<Response>,
  retries: number,
  wait: Wait = timer,
): (request: Request) => Promise<Response> {
  return async (request) => {
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt >= retries;
      // A request is used up by sending it.
      const response = await fetch(isLast ? request : request.clone());
      const seconds = secondsUntilRetry(response, attempt);
      if (isLast || !mayRepeat(request, response.status) || seconds > longestWaitSeconds) return response;
      await response.body?.cancel();
      await wait(seconds * 1000);
    }
  };
}

function mayRepeat({ method, url }: Request, status: number): boolean {
  if (status === 429) return true;
  if (status !== 503) return false;
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && recordedOnce.test(new URL(url).pathname));
}

function secondsUntilRetry({ headers }: Response, attempt: number): number {
  const named = headers.get('retry-after');
  const seconds = named === null ? Number.NaN : Number(named);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : 2 ** attempt;
}
