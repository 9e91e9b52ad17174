import { randomBytes } from 'node:crypto';
import { environment } from '../../lambdas/contract/environment.ts';
import { keptFile } from '../machine/kept-file.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import type { LocalFunction } from './local-function.ts';

/** The secrets of this machine's local mode, made on its first start. */
export interface LocalSecrets {
  readonly identifierKey: string;
  readonly whatsappWebhook: { readonly appSecrets: readonly string[]; readonly verifyToken: string };
  readonly whatsappAccess: { readonly accessToken: string };
  /** Absent in folders that a former version made. */
  readonly twilio?: { readonly accountSid: string; readonly authToken: string };
  /** What single apps have for themselves, by app and name; written by hand, and good without a start. */
  readonly apps?: { readonly [appId: string]: { readonly [name: string]: object } };
}

/** Reads the secrets file, or makes it. */
export function localSecrets(path: string): LocalSecrets {
  const file = keptFile<LocalSecrets | undefined>(path, undefined);
  const found = file.read();
  if (found !== undefined) return found;
  const made: LocalSecrets = {
    identifierKey: randomBytes(32).toString('base64url'),
    whatsappWebhook: {
      appSecrets: [randomBytes(16).toString('hex')],
      verifyToken: randomBytes(24).toString('base64url'),
    },
    whatsappAccess: { accessToken: `local-${randomBytes(24).toString('base64url')}` },
    twilio: { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') },
  };
  file.write(made);
  return made;
}

/** Secrets Manager's GetSecretValue, for the names that the functions' environments give. */
export function answerSecrets(
  secrets: LocalSecrets,
  functions: readonly LocalFunction[],
  appSecrets: () => LocalSecrets['apps'] = () => secrets.apps,
): (request: LocalRequest) => LocalResponse {
  const values: Readonly<Record<string, string>> = {
    [environment.identifierKeySecret]: secrets.identifierKey,
    [environment.whatsappWebhookSecret]: JSON.stringify(secrets.whatsappWebhook),
    [environment.whatsappAccessSecret]: JSON.stringify(secrets.whatsappAccess),
    ...(secrets.twilio !== undefined && { [environment.twilioSecret]: JSON.stringify(secrets.twilio) }),
  };
  const secretValue = (secretId: string): string | undefined => {
    const variable = functions
      .flatMap((each) => Object.entries(each.environment))
      .find(([name, value]) => value === secretId && name in values)?.[0];
    return variable === undefined ? ofApp(secretId) : values[variable];
  };
  const prefixes = new Set(functions.map((each) => each.environment[environment.appSecretsPrefix]));
  const ofApp = (secretId: string): string | undefined => {
    const [name = '', appId = '', ...prefix] = secretId.split('/').reverse();
    const found = prefixes.has(prefix.reverse().join('/')) ? appSecrets()?.[appId]?.[name] : undefined;
    return found === undefined ? undefined : JSON.stringify(found);
  };
  return (request) => {
    const secretId = String(jsonBody(request).SecretId);
    const value = secretValue(secretId);
    if (value === undefined)
      return json(400, {
        __type: 'ResourceNotFoundException',
        Message: "Secrets Manager can't find the specified secret.",
      });
    return json(200, {
      ARN: `arn:aws:secretsmanager:eu-west-1:000000000000:secret:${secretId}-local0`,
      Name: secretId,
      SecretString: value,
      VersionId: '1',
      VersionStages: ['AWSCURRENT'],
    });
  };
}
