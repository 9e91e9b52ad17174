import type { AppSecrets, SecretFields } from '../../adapters/aws/app-secrets.ts';
import { parseAccessToken } from '../../adapters/providers/meta/graph-sender.ts';

/**
 * The access token of Meta by which messages of an app go out: the app's own, else the stage's, which is kept as long as the process. Undefined =
 * there is none.
 */
export function tokenOfApp(
  secrets: AppSecrets,
  ofStage: () => Promise<SecretFields | undefined>,
): (appId: string) => Promise<string | undefined> {
  let stage: Promise<string | undefined> | undefined;
  const stageToken = () => {
    stage ??= ofStage().then((fields) => fields && parseAccessToken(fields));
    // What could not be read is asked for again.
    stage.catch(() => {
      stage = undefined;
    });
    return stage;
  };
  return async (appId) => {
    const own = await secrets.read(appId, 'meta');
    return own === undefined ? stageToken() : parseAccessToken(own);
  };
}
