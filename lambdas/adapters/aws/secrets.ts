import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  SecretsManagerServiceException,
} from '@aws-sdk/client-secrets-manager';
import { NotReadyError } from '../../domain/errors.ts';

/** A cold start waits this long for a secret, in milliseconds. */
export const timeLimit = 3000;
/** 256 bits when written in hexadecimal are 64 characters; below 32 a key is a mistake. */
export const shortestKey = 32;

/**
 * The text of a secret in Secrets Manager. Read it in a cold start.
 *
 * @throws NotReadyError when it does not come in time, or the service fails: the next who asks may have it
 * @throws Error that names the secret when there is none, it may not be read or is empty
 */
export async function readSecret(name: string): Promise<string> {
  const shared = openClient();
  try {
    const { client } = shared;
    const abortSignal = AbortSignal.timeout(timeLimit);
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }), { abortSignal });
    if (SecretString !== undefined && SecretString.trim() !== '') return SecretString.trim();
  } catch (error) {
    const unread = new Error(`The secret ${name} cannot be read.`, { cause: error });
    throw isRefused(error) ? unread : new NotReadyError(unread);
  } finally {
    closeClient(shared);
  }
  throw new Error(`The secret ${name} is empty.`);
}

/** Whether Secrets Manager said no, and will again; a throttle passes. */
function isRefused(error: unknown): boolean {
  return error instanceof SecretsManagerServiceException && error.$fault === 'client' && !/throttl/i.test(error.name);
}

interface SharedClient {
  readonly client: SecretsManagerClient;
  readers: number;
}

/**
 * One for all that are read side by side, until the first of them is there: it leaves a connection, which may have died while the function
 * was frozen and would eat the time of whoever takes it. None is kept.
 */
let open: SharedClient | undefined;

function openClient(): SharedClient {
  open ??= { client: new SecretsManagerClient({ maxAttempts: 2 }), readers: 0 };
  open.readers += 1;
  return open;
}

function closeClient(shared: SharedClient): void {
  if (open === shared) open = undefined;
  shared.readers -= 1;
  if (shared.readers === 0) shared.client.destroy();
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
