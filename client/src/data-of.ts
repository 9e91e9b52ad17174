import { ProblemError } from './problem-error.ts';

/** What a call of the client gives. */
type Outcome<Data> =
  | { readonly data: Data; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: unknown; readonly response: Response };

/**
 * The data of a call: `await dataOf(client.GET('/v1/apps'))`.
 *
 * @throws ProblemError when the API refused the call
 */
export async function dataOf<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ProblemError(error, response);
  return data as Data;
}
