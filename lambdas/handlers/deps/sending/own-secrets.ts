import { type AppSecrets, appSecrets } from '../../../adapters/aws/app-secrets.ts';
import { readJsonSecretIfAny } from '../../../adapters/aws/secrets.ts';
import { environment as env } from '../../../contract/environment.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';
import { systemClock } from '../../../edge/runtime/system-clock.ts';

/** What the apps have for themselves; Twilio's of the stage stands in for apps without one. Nothing is asked for yet. */
export function ownSecrets(): AppSecrets {
  const twilio = process.env[env.twilioSecret];
  return appSecrets(requireEnv(env.appSecretsPrefix), systemClock, readJsonSecretIfAny, { twilio });
}
