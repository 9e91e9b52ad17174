import { join } from 'node:path';
import type { LocalSecrets } from '../../../dev/functions/local-secrets.ts';
import { keptFile } from '../../../dev/machine/kept-file.ts';
import type { LocalModeForTests } from '../local-mode.ts';

/** Which running product the journeys travel through, as plain data: `journey-setup.ts` provides it to the tests. */
export interface JourneySettings {
  /** Names everything that this run makes, so that runs do not meet on a kept table. */
  readonly run: string;
  readonly baseUrl: string;
  /** Sent in place of the host of `baseUrl`, for a loopback address in front of many APIs. */
  readonly hostHeader?: string;
  /** A key for everything. */
  readonly apiKey: string;
  readonly appSecret?: string;
  readonly verifyToken?: string;
  /** Meta's Graph API and AWS SMS as simulated by `dev/outside-world/outside-world.ts`: `GET /sent` tells what they were asked to send. */
  readonly outsideUrl?: string;
  /** The topic to which AWS End User Messaging SMS would publish. */
  readonly smsTopicArn?: string;
  /** The topic to which AWS End User Messaging Social would publish. */
  readonly whatsappTopicArn?: string;
  /** The URL that Twilio is told, without a slash at its end. */
  readonly publicUrl?: string;
  /** How names of secrets of single apps begin. */
  readonly appSecretsPrefix?: string;
  /** The EventBridge Scheduler group of the stack's export schedules. */
  readonly scheduleGroup?: string;
  /** The name of the function that flows of Amazon Connect call. */
  readonly connectFunction?: string;
  /** The name of the bus on which events are put. */
  readonly eventBusName?: string;
  /** Local mode only: how to give it commands, and its Scheduler and Step Functions. */
  readonly local?: { readonly dataFolder: string; readonly awsUrl: string };
}

declare module 'vitest' {
  export interface ProvidedContext {
    journey: JourneySettings;
  }
}

/**
 * A running product by `JOURNEY_…` variables; undefined when there is no `JOURNEY_BASE_URL`. SNS, Scheduler and Step Functions are
 * reached as the AWS SDK reads it from its own variables (`AWS_ENDPOINT_URL`, `AWS_REGION`, credentials).
 *
 * @throws when the key is missing
 */
export function externalJourney(run: string, variables: NodeJS.ProcessEnv): JourneySettings | undefined {
  const given = (name: string): string | undefined => variables[`JOURNEY_${name}`] || undefined;
  const baseUrl = given('BASE_URL');
  if (baseUrl === undefined) return undefined;
  const apiKey = given('API_KEY');
  if (apiKey === undefined)
    throw new Error('JOURNEY_BASE_URL needs JOURNEY_API_KEY, a key with every scope for all apps.');
  const optional = {
    hostHeader: given('HOST_HEADER'),
    appSecret: given('APP_SECRET'),
    verifyToken: given('VERIFY_TOKEN'),
    outsideUrl: given('OUTSIDE_URL'),
    smsTopicArn: given('SMS_TOPIC_ARN'),
    whatsappTopicArn: given('WHATSAPP_TOPIC_ARN'),
    publicUrl: given('PUBLIC_URL'),
    appSecretsPrefix: given('APP_SECRETS_PREFIX'),
    scheduleGroup: given('SCHEDULE_GROUP'),
    connectFunction: given('CONNECT_FUNCTION'),
    eventBusName: given('EVENT_BUS_NAME'),
  };
  return {
    run,
    baseUrl,
    apiKey,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value)) as object),
  };
}

/** A local mode as the target of a run. */
export function localJourney(run: string, localMode: LocalModeForTests): JourneySettings {
  const { baseUrl, apiKey, dataFolder, urls, stack } = localMode;
  const secrets = keptFile<LocalSecrets | undefined>(join(dataFolder, 'secrets.json'), undefined).read();
  const [appSecret] = secrets?.whatsappWebhook.appSecrets ?? [];
  const scheduleGroup = stack.scheduleGroups.find((group) => group !== 'default');
  if (secrets === undefined || appSecret === undefined || scheduleGroup === undefined) {
    throw new Error('Local mode has no secrets or no schedule group.');
  }
  return {
    run,
    baseUrl,
    apiKey,
    appSecret,
    verifyToken: secrets.whatsappWebhook.verifyToken,
    outsideUrl: urls.outsideWorld,
    publicUrl: baseUrl,
    scheduleGroup,
    local: { dataFolder, awsUrl: urls.aws },
  };
}
