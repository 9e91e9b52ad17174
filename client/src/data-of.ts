import { ProblemError } from './problem-error.ts';

/** What a call of the client gives. */
interface Outcome<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of a call: `await dataOf(client.GET('/v1/apps'))`.
 *
 * @throws ProblemError when the API refused the call
 */
export async function dataOf<Data>(call: Promise<Outcome<Data>>): Promise<Exclude<Data, undefined>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ProblemError(error, response);
  return data as Exclude<Data, undefined>;
}
