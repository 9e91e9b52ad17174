import { environment } from '../../lambdas/contract/environment.ts';
import { localCredentials } from '../storage/object-store.ts';
import { localRegion } from '../template/template.ts';
import type { LocalFunction } from './local-function.ts';

/** Where the services of this machine are. */
export interface LocalAddresses {
  readonly database: string;
  readonly objectStore: string;
  /** Secrets Manager, SQS, Step Functions, EventBridge and its Scheduler. */
  readonly aws: string;
  /** Meta's Graph API, Twilio's, and AWS for messages on WhatsApp and SMS. */
  readonly outsideWorld: string;
  /** The folder with the files of the console, as a URL. */
  readonly console: string;
  /** The HTTP API, which also serves the public pages. */
  readonly api: string;
  /** A user pool by which people sign in; absent = only API keys are good. */
  readonly signIn?: LocalSignIn | undefined;
}

/** A stand-in of a user pool, for tests: one server for its pages, its keys and its admin calls. */
export interface LocalSignIn {
  readonly url: string;
  readonly issuer: string;
  readonly clientId: string;
}

/** The environment of the template, with the addresses of this machine in place of AWS's and Meta's. */
export function localEnvironment(
  { name, environment: given }: LocalFunction,
  urls: LocalAddresses,
): Readonly<Record<string, string>> {
  return {
    ...given,
    ...(given[environment.graphUrl] !== undefined && { [environment.graphUrl]: `${urls.outsideWorld}/v26.0` }),
    ...(given[environment.twilioUrl] !== undefined && { [environment.twilioUrl]: urls.outsideWorld }),
    ...(given[environment.publicUrl] !== undefined && { [environment.publicUrl]: urls.api }),
    ...(given[environment.consoleUploadUrl] !== undefined && { [environment.consoleUploadUrl]: urls.objectStore }),
    ...(given[environment.consoleFiles] !== undefined && { [environment.consoleFiles]: urls.console }),
    ...(urls.signIn !== undefined && {
      [environment.signInIssuer]: urls.signIn.issuer,
      [environment.signInClient]: urls.signIn.clientId,
      [environment.signInUrl]: urls.signIn.url,
      [environment.signInReturnUrl]: `${urls.api}/console`,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: urls.signIn.url,
    }),
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_ENDPOINT_URL_DYNAMODB: urls.database,
    AWS_ENDPOINT_URL_S3: urls.objectStore,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: urls.aws,
    AWS_ENDPOINT_URL_SCHEDULER: urls.aws,
    AWS_ENDPOINT_URL_SFN: urls.aws,
    AWS_ENDPOINT_URL_SQS: urls.aws,
    AWS_ENDPOINT_URL_EVENTBRIDGE: urls.aws,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: urls.outsideWorld,
    AWS_ENDPOINT_URL_SOCIALMESSAGING: urls.outsideWorld,
  };
}
