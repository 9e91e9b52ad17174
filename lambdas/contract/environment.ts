/** Names of the environment variables of the functions: CDK sets them, cold starts read them, local mode passes them through. */
export const environment = {
  /** Name of the stack, the dimension of its metrics: several stages share an account. */
  stackName: 'STACK_NAME',
  tableName: 'TABLE_NAME',
  /** Secrets Manager id of the key of the identifier hashes (plain text, at least 32 characters). Never rotated. */
  identifierKeySecret: 'IDENTIFIER_KEY_SECRET',
  /** Secrets Manager id of `{ appSecrets: [current, previous?], verifyToken }`. */
  whatsappWebhookSecret: 'WHATSAPP_WEBHOOK_SECRET',
  /** Secrets Manager id of `{ accessToken }`. */
  whatsappAccessSecret: 'WHATSAPP_ACCESS_SECRET',
  /** The providers that messages may go out by on WhatsApp, with commas between them, for who tells of settings. */
  whatsappProviders: 'WHATSAPP_PROVIDERS',
  /** `true` = messages may go out by AWS End User Messaging Social. */
  whatsappByAws: 'WHATSAPP_BY_AWS',
  /** Secrets Manager id of `{ accountSid, authToken, … }`, for apps that have none of their own; absent = there is none. */
  twilioSecret: 'TWILIO_SECRET',
  /** Prefix of the names of the apps' own secrets, `<prefix>/<appId>/<name>`, without a slash at its end (`adapters/aws/app-secrets.ts`). */
  appSecretsPrefix: 'APP_SECRETS_PREFIX',
  /** Base URL of Twilio's API. */
  twilioUrl: 'TWILIO_URL',
  /** Base URL of Meta's Graph API with its version. */
  graphUrl: 'META_GRAPH_URL',
  /** Base URL under which people reach the public pages, without a slash at the end. */
  publicUrl: 'PUBLIC_URL',
  /** URL of the folder with the files of the console, relative to the function's own file. */
  consoleFiles: 'CONSOLE_FILES',
  /** Where the browser sends files that are imported: the origin of the bucket. */
  consoleUploadUrl: 'CONSOLE_UPLOAD_URL',
  /** Units a second of a key that has no rate of its own. */
  keyRate: 'KEY_RATE',
  /** Secrets Manager id of `{ originSecrets: [current, previous?] }`; absent = nobody stands before the API. */
  proxySecret: 'PROXY_SECRET',
  /** Header in which the proxy says the visitor's address, in lower case. */
  proxyAddressHeader: 'PROXY_ADDRESS_HEADER',
  /** Issuer of the access tokens of the stage's user pool, with the id of the pool at its end; absent = only API keys are good. */
  signInIssuer: 'SIGN_IN_ISSUER',
  /** The client of the user pool that the console is. */
  signInClient: 'SIGN_IN_CLIENT',
  /** Base URL of the pages on which people sign in, and where they come back to. */
  signInUrl: 'SIGN_IN_URL',
  signInReturnUrl: 'SIGN_IN_RETURN_URL',
  /** URLs of the queues that the relay fills: one for each consumer, and one for what no queue takes. */
  repliesQueueUrl: 'REPLIES_QUEUE_URL',
  chargesQueueUrl: 'CHARGES_QUEUE_URL',
  /** Events of everybody, and those that take something away, which overtake them. */
  eventsQueueUrl: 'EVENTS_QUEUE_URL',
  withdrawalsQueueUrl: 'WITHDRAWALS_QUEUE_URL',
  relayAsideUrl: 'RELAY_ASIDE_URL',
  /** URL of the queue that wakes whoever delivers to callback addresses. */
  deliveriesQueueUrl: 'DELIVERIES_QUEUE_URL',
  /** The same for noes and for the look of each minute, which wait behind nothing else. */
  noDeliveriesQueueUrl: 'NO_DELIVERIES_QUEUE_URL',
  /** Where events go that cannot be read, to be sent back once they can. */
  eventsAsideUrl: 'EVENTS_ASIDE_URL',
  /** Name of the bus of the stage. */
  eventBusName: 'EVENT_BUS_NAME',
  exportBucket: 'EXPORT_BUCKET',
  exportStateMachineArn: 'EXPORT_STATE_MACHINE_ARN',
  importStateMachineArn: 'IMPORT_STATE_MACHINE_ARN',
  scheduleGroup: 'EXPORT_SCHEDULE_GROUP',
  scheduleRoleArn: 'EXPORT_SCHEDULE_ROLE_ARN',
  scheduleDeadLetterArn: 'EXPORT_SCHEDULE_DEAD_LETTER_ARN',
  /** Local mode only: how far our clock is moved, in milliseconds. Never moves signing or presigning. */
  clockOffset: 'OPTLEDGER_CLOCK_OFFSET_MS',
} as const;
