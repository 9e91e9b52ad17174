import { operatorStore } from '../../../adapters/dynamodb/admin/operator-store.ts';
import type { DocumentTable } from '../../../adapters/dynamodb/table/document-table.ts';
import { accessTokens } from '../../../adapters/sign-in/access-tokens.ts';
import { environment } from '../../../contract/environment.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';
import { systemClock } from '../../../edge/runtime/system-clock.ts';
import type { SignInDeps } from '../../../use-cases/operators/who-signed-in.ts';

/** The id of the stage's user pool, if it has one. */
export function userPoolId(): string | undefined {
  return process.env[environment.signInIssuer]?.split('/').at(-1);
}

/** What tells who signed in, if the stage has a user pool. Asks for nothing yet. */
export function openSignIn(table: DocumentTable): SignInDeps | undefined {
  const pool = userPoolId();
  if (pool === undefined) return undefined;
  const issuer = requireEnv(environment.signInIssuer);
  // Where the SDK would go, which is the issuer itself but for an emulated AWS.
  const service = process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? process.env.AWS_ENDPOINT_URL;
  const base = service === undefined ? issuer : `${service.replace(/\/$/, '')}/${pool}`;
  const keysUrl = new URL(`${base}/.well-known/jwks.json`);
  const tokens = accessTokens({ issuer, clientId: requireEnv(environment.signInClient), keysUrl }, systemClock);
  return { tokens, operators: operatorStore(table, pool) };
}
