import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { stageSettings } from '../../lib/stage-settings.ts';

const settings = (context: Record<string, unknown>) => stageSettings(new App({ context }).node);

test('without any context it is the stage dev with its own secrets and no alarm topic', () => {
  expect(settings({})).toEqual({
    stage: 'dev',
    secrets: {
      identifierKey: 'optledger/dev/identifier-key',
      whatsappWebhook: 'optledger/dev/whatsapp-webhook',
      whatsappAccess: 'optledger/dev/whatsapp-access',
      apps: 'optledger/dev/apps',
    },
    alarms: {},
    graphUrl: 'https://graph.facebook.com/v26.0',
    twilioUrl: 'https://api.twilio.com',
    whatsappByAws: false,
    closeOwnAddress: false,
    webhooksPerSecond: 5000,
    keyRate: 1000,
    table: {},
    terminationProtection: false,
  });
});

test('a newer version of the Graph API needs no new code', () => {
  expect(settings({ graphUrl: 'https://graph.facebook.com/v27.0' }).graphUrl).toBe('https://graph.facebook.com/v27.0');
});

test('the pages have the address of the API, or one of their own without a slash at its end', () => {
  expect(settings({}).publicUrl).toBeUndefined();
  expect(settings({ publicUrl: 'https://wa.example.com/' }).publicUrl).toBe('https://wa.example.com');
});

test('secrets follow the stage, and each can be named otherwise', () => {
  const { secrets } = settings({ stage: 'prod', whatsappAccessSecret: 'shared/meta-token' });
  expect(secrets).toEqual({
    identifierKey: 'optledger/prod/identifier-key',
    whatsappWebhook: 'optledger/prod/whatsapp-webhook',
    whatsappAccess: 'shared/meta-token',
    apps: 'optledger/prod/apps',
  });
  expect(settings({ appSecretsPrefix: 'shared/apps/' }).secrets.apps).toBe('shared/apps');
  for (const bad of ['shared/*', '/', 'a b'])
    expect(() => settings({ appSecretsPrefix: bad })).toThrow('appSecretsPrefix');
});

test('a stage cannot be destroyed by mistake, but for dev or where it is said', () => {
  expect(settings({ stage: 'prod' }).terminationProtection).toBe(true);
  expect(settings({ stage: 'prod', terminationProtection: 'false' }).terminationProtection).toBe(false);
  expect(settings({ stage: 'dev', terminationProtection: 'true' }).terminationProtection).toBe(true);
});

const tableArn = 'arn:aws:dynamodb:eu-west-1:111122223333:table/restored';
const tableStreamArn = `${tableArn}/stream/2026-11-20T10:00:00.000`;

const copyVaultArn = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:optledger';

test('a copy goes to the vault that is named, for as long as is said', () => {
  expect(settings({}).outsideCopy).toBeUndefined();
  expect(settings({ copyVaultArn }).outsideCopy).toEqual({ vaultArn: copyVaultArn, days: 35 });
  expect(settings({ copyVaultArn, copyDays: '365' }).outsideCopy).toEqual({ vaultArn: copyVaultArn, days: 365 });
});

test.each([
  ['how long without where to', { copyDays: '35' }, 'copyDays needs copyVaultArn'],
  ['something that is no vault', { copyVaultArn: 'arn:aws:s3:::bucket' }, 'must be the ARN of a backup vault'],
  ['a day', { copyVaultArn, copyDays: '1' }, 'must be a whole number from 7'],
])('%s is no copy', (_what, context, says) => {
  expect(() => settings(context)).toThrow(says);
});

test('a table that is there is taken over with its stream', () => {
  expect(settings({ tableArn, tableStreamArn }).table).toEqual({ adopted: { tableArn, tableStreamArn } });
});

test.each([
  ['a table without its stream', { tableArn }, 'given together'],
  ['a stream without its table', { tableStreamArn }, 'given together'],
  ['the stream of another table', { tableArn: `${tableArn}2`, tableStreamArn }, 'the stream of tableArn'],
  [
    'a brake of no number',
    { webhooksPerSecond: 'many' },
    'webhooksPerSecond is "many" and must be a whole number from 100',
  ],
  ['a brake that lets hardly anything through', { webhooksPerSecond: '99' }, 'from 100 to 100000'],
  ['an account from which nothing can be kept', { accountConcurrency: '499' }, 'accountConcurrency is "499"'],
  ['a fraction', { silenceHours: '1.5' }, 'silenceHours is "1.5"'],
  ['more hours than an alarm can look at', { silenceHours: '25' }, 'from 1 to 24'],
  ['fewer warm units than every table has', { warmWrites: '1' }, 'warmWrites is "1"'],
  ['no dollars at all', { smsSpendLimit: '0' }, 'smsSpendLimit is "0"'],
  ['an alias of a key', { kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:alias/mine' }, 'not of an alias'],
  ['half a key', { kmsKeyArn: '1234abcd-12ab-34cd-56ef-1234567890ab' }, 'must be the ARN of a key'],
  ['neither true nor false', { terminationProtection: 'no' }, 'must be true or false'],
  ['an API that nobody could reach', { closeOwnAddress: 'true' }, 'closeOwnAddress needs publicUrl'],
])('%s is refused before anything is deployed', (_, context, said) => {
  expect(() => settings(context)).toThrow(said);
});

test.each(['Prod', '1st', 'a_b', '-a', 'a'.repeat(21)])(
  'the stage "%s" is refused, because a stack cannot be called so',
  (stage) => {
    expect(() => settings({ stage })).toThrow('must be 1 to 20 small letters');
  },
);

test('docs/deploy.md has every one of them, with its default', () => {
  const source = readFileSync(new URL('../../lib/stage-settings.ts', import.meta.url), 'utf8');
  const page = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
  const names = [...source.matchAll(/\b(?:read|number|isOn)\('(\w+)'/g)].map(([, name]) => name);
  expect(new Set(names).size).toBeGreaterThan(15);
  for (const name of names) expect(page).toContain(`| \`${name}\` | \`-c ${name}=…\` |`);
});
