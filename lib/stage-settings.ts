import type { Node } from 'constructs';
import type { AlarmsProps } from './constructs/alarms/alarms.ts';
import type { ProxySettings } from './constructs/api/ledger-api.ts';
import type { SignInProps } from './constructs/operators/sign-in.ts';
import type { StageSecretsProps } from './constructs/secrets/stage-secrets.ts';
import type { TableSettings } from './constructs/table/data-table.ts';
import type { OutsideCopySettings } from './constructs/table/outside-copy.ts';

/** What differs from stage to stage. */
export interface StageSettings {
  /** Part of the stack's name: a word of small letters, digits and dashes. */
  readonly stage: string;
  readonly secrets: StageSecretsProps;
  readonly alarms: AlarmsProps;
  /** Base URL of Meta's Graph API with its version. */
  readonly graphUrl: string;
  /** Base URL of Twilio's API. */
  readonly twilioUrl: string;
  /** Whether messages may go out by AWS End User Messaging Social. */
  readonly whatsappByAws: boolean;
  /** Base URL of the public pages, when the API has a domain of its own; without it the API's. No slash at the end. */
  readonly publicUrl?: string | undefined;
  /** Whether the API's own address is closed, because everybody comes by the domain. */
  readonly closeOwnAddress: boolean;
  /** What stands before the API, through which everybody but Meta must come. @default - nothing */
  readonly proxy?: ProxySettings | undefined;
  /** How many deliveries of Meta the API takes in a second. */
  readonly webhooksPerSecond: number;
  /** Units a second that an API key may ask, when it has no rate of its own (`domain/api-key/key-rate.ts`). */
  readonly keyRate: number;
  /** After how many hours without any delivery of Meta somebody is woken. @default - silence wakes nobody */
  readonly silenceHours?: number | undefined;
  /** How many functions may run at once in the account; shares of it are kept for what hears people. @default - nothing is kept */
  readonly accountConcurrency?: number | undefined;
  /** The limit in dollars at which AWS stops sending text messages for the month. @default - nobody is told before it does */
  readonly smsSpendLimit?: number | undefined;
  /** The user pool by which people of the business sign in. @default - none: only API keys are good */
  readonly signIn?: Pick<SignInProps, 'domain' | 'secondFactor'> | undefined;
  /** The instance of Amazon Connect whose flows may ask our function. @default - none: only its permission is there */
  readonly connectInstanceArn?: string | undefined;
  readonly table: TableSettings;
  /** A copy of the table every night outside the account. @default - none */
  readonly outsideCopy?: OutsideCopySettings | undefined;
  /** ARN of the key under which the stage keeps what people said. @default - keys of AWS */
  readonly kmsKeyArn?: string | undefined;
  /** Whether `cdk destroy` is refused. */
  readonly terminationProtection: boolean;
}

/** An account with fewer concurrent runs can keep none for anybody: Lambda wants 100 of them left for everybody. */
const leastConcurrency = 500;

/** The version against which the sender was written; Meta keeps a version for two years. */
const graphUrl = 'https://graph.facebook.com/v26.0';

/**
 * Reads the settings from the context (`-c stage=prod -c alarmTopicArn=…`). Every one has a default.
 * Throws when the stage cannot be part of a stack's name.
 */
export function stageSettings(node: Node): StageSettings {
  const read = (name: string): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const stage = read('stage') ?? 'dev';
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(stage)) {
    throw new Error(`The stage "${stage}" must be 1 to 20 small letters, digits and dashes, and start with a letter.`);
  }
  const number = (name: string, least: number, most: number): number | undefined => {
    const text = read(name);
    if (text === undefined) return undefined;
    if (/^[1-9]\d{0,8}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    throw new Error(`${name} is "${text}" and must be a whole number from ${least} to ${most}.`);
  };
  const isOn = (name: string, otherwise: boolean): boolean => {
    const text = read(name);
    if (text === undefined) return otherwise;
    if (text === 'true' || text === 'false') return text === 'true';
    throw new Error(`${name} is "${text}" and must be true or false.`);
  };
  const publicUrl = read('publicUrl');
  if (isOn('closeOwnAddress', false) && publicUrl === undefined) {
    throw new Error('closeOwnAddress needs publicUrl: without a domain nobody could reach the API.');
  }
  return {
    stage,
    secrets: {
      identifierKey: read('identifierKeySecret') ?? `optledger/${stage}/identifier-key`,
      whatsappWebhook: read('whatsappWebhookSecret') ?? `optledger/${stage}/whatsapp-webhook`,
      whatsappAccess: read('whatsappAccessSecret') ?? `optledger/${stage}/whatsapp-access`,
      twilio: read('twilioSecret'),
      apps: secretsPrefix(read('appSecretsPrefix') ?? `optledger/${stage}/apps`),
      proxy: read('proxySecret'),
    },
    alarms: { topicArn: read('alarmTopicArn'), ticketTopicArn: read('ticketTopicArn') },
    graphUrl: read('graphUrl') ?? graphUrl,
    twilioUrl: read('twilioUrl') ?? 'https://api.twilio.com',
    whatsappByAws: isOn('whatsappByAws', false),
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    closeOwnAddress: isOn('closeOwnAddress', false),
    proxy: proxyOf(read('proxySecret'), publicUrl, read('proxyAddressHeader')),
    webhooksPerSecond: number('webhooksPerSecond', 100, 100_000) ?? 5000,
    keyRate: number('keyRate', 500, 100_000) ?? 1000,
    silenceHours: number('silenceHours', 1, 24),
    accountConcurrency: number('accountConcurrency', leastConcurrency, 1_000_000),
    smsSpendLimit: number('smsSpendLimit', 1, 1_000_000),
    signIn: signIn(read('signInDomain'), isOn('signInSecondFactor', true)),
    connectInstanceArn: connectInstance(read('connectInstanceArn')),
    table: {
      adopted: adoptedTable(read('tableArn'), read('tableStreamArn')),
      warmWrites: number('warmWrites', 4000, 10_000_000),
      warmReads: number('warmReads', 12_000, 10_000_000),
    },
    kmsKeyArn: keyArn(read('kmsKeyArn')),
    outsideCopy: outsideCopy(read('copyVaultArn'), number('copyDays', 7, 36_500)),
    // Whoever destroys a stage by mistake loses its address, topic and schedules, and the next one begins with an empty table.
    terminationProtection: isOn('terminationProtection', stage !== 'dev'),
  };
}

/** As Cognito takes the prefix of a domain, and none of the words that it refuses in it. */
function signIn(domain: string | undefined, secondFactor: boolean): StageSettings['signIn'] {
  if (domain === undefined) return undefined;
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(domain) && !/aws|amazon|cognito/.test(domain)) {
    return { domain, secondFactor };
  }
  throw new Error(
    `signInDomain is "${domain}" and must be 1 to 63 small letters, digits and dashes, without aws, amazon or cognito.`,
  );
}

/** Names of secrets begin with it, and a policy does: a star in it would open others. */
function secretsPrefix(prefix: string): string {
  const trimmed = prefix.replace(/\/+$/, '');
  if (/^[A-Za-z0-9/_+=.@-]{1,200}$/.test(trimmed)) return trimmed;
  throw new Error(
    `appSecretsPrefix is "${prefix}" and must be how names in Secrets Manager begin: optledger/prod/apps.`,
  );
}

function connectInstance(arn: string | undefined): string | undefined {
  if (arn === undefined || /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f-]{36}$/.test(arn)) return arn;
  throw new Error(`connectInstanceArn is "${arn}" and must be the ARN of an instance (arn:aws:connect:…:instance/…).`);
}

/** By its own name: a policy of a role knows a key by nothing else. */
function keyArn(arn: string | undefined): string | undefined {
  if (arn === undefined || /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(arn)) return arn;
  throw new Error(`kmsKeyArn is "${arn}" and must be the ARN of a key (arn:aws:kms:…:key/…), not of an alias.`);
}

/** Without a domain nobody could come through a proxy; and a header that a visitor can write says nothing. */
function proxyOf(secret: string | undefined, publicUrl: string | undefined, header = 'CloudFront-Viewer-Address') {
  const addressHeader = header.toLowerCase();
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(addressHeader)) throw new Error(`proxyAddressHeader "${header}" is no header.`);
  if (['x-forwarded-for', 'forwarded'].includes(addressHeader)) {
    throw new Error(
      `proxyAddressHeader is "${header}", and visitors can write that. Take one that the proxy sets itself.`,
    );
  }
  if (secret === undefined) return undefined;
  if (publicUrl === undefined) throw new Error('proxySecret needs publicUrl: the address of the proxy.');
  return { addressHeader };
}

/** Both or none: a table whose stream nobody reads would send no confirmation. */
function adoptedTable(tableArn: string | undefined, tableStreamArn: string | undefined): TableSettings['adopted'] {
  if (tableArn === undefined && tableStreamArn === undefined) return undefined;
  if (tableArn === undefined || tableStreamArn === undefined) {
    throw new Error('tableArn and tableStreamArn are given together: the table to take over, and its stream.');
  }
  if (!tableStreamArn.startsWith(`${tableArn}/stream/`)) {
    throw new Error('tableStreamArn must be the stream of tableArn.');
  }
  return { tableArn, tableStreamArn };
}

/** Kept for as long as a restore to a second reaches back, unless it is said otherwise. */
const copyDays = 35;

function outsideCopy(vaultArn: string | undefined, days: number | undefined): OutsideCopySettings | undefined {
  if (vaultArn === undefined) {
    if (days !== undefined) throw new Error('copyDays needs copyVaultArn: the vault that the copies go to.');
    return undefined;
  }
  if (!/^arn:[a-z-]+:backup:[a-z0-9-]+:\d{12}:backup-vault:[A-Za-z0-9_-]{2,50}$/.test(vaultArn)) {
    throw new Error(`copyVaultArn is "${vaultArn}" and must be the ARN of a backup vault.`);
  }
  return { vaultArn, days: days ?? copyDays };
}
