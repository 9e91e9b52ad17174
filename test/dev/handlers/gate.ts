/** An authorizer for tests: lets `Bearer good` in, counts its calls, fails on `Bearer broken`. */
let calls = 0;

export async function handler(event: { identitySource: string[] }): Promise<unknown> {
  calls += 1;
  const [token] = event.identitySource;
  if (token === 'Bearer broken') throw new Error('as asked');
  return { isAuthorized: token === 'Bearer good', context: { keyId: 'key_1', calls } };
}
