import { readJsonSecret } from '../../../adapters/aws/secrets.ts';
import { environment } from '../../../contract/environment.ts';
import type { TrustedProxy } from '../../../edge/http/proxy.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';

/** 128 random bits when written in hexadecimal: below them a secret is a mistake. */
const shortestSecret = 32;

/** The proxy that stands before the API, if the stage has one. Throws when its secret cannot be read, or is none. */
export async function openProxy(): Promise<TrustedProxy | undefined> {
  const name = process.env[environment.proxySecret];
  if (name === undefined) return undefined;
  const { originSecrets } = await readJsonSecret(name);
  const isSecret = (each: unknown): each is string => typeof each === 'string' && each.length >= shortestSecret;
  if (!Array.isArray(originSecrets) || originSecrets.length === 0 || !originSecrets.every(isSecret)) {
    throw new Error(`The secret ${name} must hold originSecrets of at least ${shortestSecret} characters.`);
  }
  return { originSecrets, addressHeader: requireEnv(environment.proxyAddressHeader) };
}
