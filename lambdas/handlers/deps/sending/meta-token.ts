import type { AppSecrets, SecretFields } from '../../../adapters/aws/app-secrets.ts';
import { parseAccessToken } from '../../../adapters/providers/meta/graph-sender.ts';

/** The access tokens of Meta by which messages of an app go out. Undefined = there is none. */
export interface MetaTokens {
  of(appId: string): Promise<string | undefined>;
  /** Where Meta takes that of `of` no longer; undefined as well where there is nothing new to try. */
  anew(appId: string): Promise<string | undefined>;
}

/** The app's own, else the stage's. An own secret that holds no token is not replaced by another: nothing can be sent. */
export function metaTokens(secrets: AppSecrets): MetaTokens {
  const tokenIn = (fields: SecretFields | undefined) => fields && parseAccessToken(fields);
  return {
    of: async (appId) => tokenIn(await secrets.read(appId, 'meta')),
    anew: async (appId) => tokenIn(await secrets.readAnew(appId, 'meta')),
  };
}
