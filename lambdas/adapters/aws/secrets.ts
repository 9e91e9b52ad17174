import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** A cold start waits this long for a secret, in milliseconds. */
export const timeLimit = 3000;
/** 256 bits when written in hexadecimal are 64 characters; below 32 a key is a mistake. */
export const shortestKey = 32;

/**
 * The text of a secret in Secrets Manager. Read it in a cold start.
 *
 * @throws Error that names the secret when it cannot be read in time or is empty
 */
export async function readSecret(name: string): Promise<string> {
  const client = openClient();
  try {
    const abortSignal = AbortSignal.timeout(timeLimit);
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }), { abortSignal });
    if (SecretString !== undefined && SecretString.trim() !== '') return SecretString.trim();
  } catch (error) {
    throw new Error(`The secret ${name} cannot be read.`, { cause: error });
  } finally {
    closeClient();
  }
  throw new Error(`The secret ${name} is empty.`);
}

/** One for all that are read side by side. None is kept: a connection that died while the function was frozen would eat the time. */
let shared: SecretsManagerClient | undefined;
let readers = 0;

function openClient(): SecretsManagerClient {
  readers += 1;
  shared ??= new SecretsManagerClient({ maxAttempts: 2 });
  return shared;
}

function closeClient(): void {
  readers -= 1;
  if (readers > 0) return;
  shared?.destroy();
  shared = undefined;
}

/** The fields of a secret that holds a JSON object. Throws like `readSecret`, and when it holds something else. */
export async function readJsonSecret(name: string): Promise<{ readonly [field: string]: unknown }> {
  const text = await readSecret(name);
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error(`The secret ${name} must hold a JSON object.`);
}

/** The same for a secret that a stage can do without: undefined when it is not there, or holds no JSON object. */
export async function readJsonSecretIfAny(name: string): Promise<{ readonly [field: string]: unknown } | undefined> {
  try {
    return await readJsonSecret(name);
  } catch (error) {
    // What could not be asked has a cause; what was asked and is of no use has none.
    const { cause } = error instanceof Error ? error : { cause: error };
    if (cause === undefined || cause instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** The key of the identifier hashes. A short one is refused, never used. */
export async function readIdentifierKey(name: string): Promise<string> {
  const key = await readSecret(name);
  if (key.length >= shortestKey) return key;
  throw new Error(`The secret ${name} must have at least ${shortestKey} characters.`);
}

/** Undefined = not JSON; the parser's own message would quote the secret. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
