import { describe, expect, test } from 'vitest';
import { environment } from '../../lambdas/contract/environment.ts';
import { type FunctionName, routes } from '../../lambdas/contract/routes.ts';
import { functionNames } from './function-names.ts';
import { synthesise } from './synthesised-stack.ts';

const { functionNamed, permissionsOf } = synthesise();

const whoMay = (allowed: (action: string, resource: string) => boolean): FunctionName[] =>
  functionNames.filter((name) =>
    permissionsOf(name).some(({ actions, resources }) =>
      actions.some((action) => resources.some((resource) => allowed(action, resource))),
    ),
  );
const secretEnding = (name: string) => (action: string, resource: string) =>
  action === 'secretsmanager:GetSecretValue' && resource.includes(`:secret:optledger/dev/${name}-`);
const variablesOf = (name: FunctionName): Record<string, unknown> =>
  (functionNamed(name).properties.Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables ?? {};

describe('secrets', () => {
  test('only the WhatsApp webhook reads what proves a webhook', () => {
    expect(whoMay(secretEnding('whatsapp-webhook'))).toEqual(['whatsapp-webhook']);
  });

  test('only the sender of replies, the maker of Meta’s short links and the gate read the access token', () => {
    expect(whoMay(secretEnding('whatsapp-access'))).toEqual(['send-replies', 'points', 'gate']);
  });

  test('only who looks people up reads the key of the identifier hashes', () => {
    expect(whoMay(secretEnding('identifier-key'))).toEqual([
      'consent',
      'eligibility',
      'users',
      'whatsapp-webhook',
      'sms-inbound',
      'twilio-webhook',
      'aws-whatsapp',
      'send-replies',
      'export-shard',
      // Personal links are encrypted with a key that is derived from it.
      'points',
      'pages',
      'telephone',
      'connect-flow',
      'gate',
      'import-steps',
      'gupshup',
    ]);
  });

  test('no one reads any other secret', () => {
    for (const name of functionNames) {
      for (const { actions, resources } of permissionsOf(name)) {
        if (!actions.some((action) => action.startsWith('secretsmanager:'))) continue;
        for (const resource of resources)
          expect(resource).toMatch(
            /:secret:optledger\/dev\/((identifier-key|whatsapp-webhook|whatsapp-access)-\?{6}|apps\/\*)$/,
          );
      }
    }
  });

  test('the secrets of single apps are read by who hears and who sends for them, also those that are made later', () => {
    const ofApps = (action: string, resource: string) =>
      action === 'secretsmanager:GetSecretValue' && resource.endsWith(':secret:optledger/dev/apps/*');
    const names = ['twilio-webhook', 'send-replies', 'points', 'telephone', 'gate', 'gupshup'] as const;
    expect(whoMay(ofApps)).toEqual(names);
    for (const name of names) expect(variablesOf(name)[environment.appSecretsPrefix]).toBe('optledger/dev/apps');
  });

  test('a function is told the name of a secret exactly when it may read it', () => {
    const told = (variable: string) => functionNames.filter((name) => variable in variablesOf(name));
    expect(told(environment.identifierKeySecret)).toEqual(whoMay(secretEnding('identifier-key')));
    expect(told(environment.whatsappWebhookSecret)).toEqual(whoMay(secretEnding('whatsapp-webhook')));
    expect(told(environment.whatsappAccessSecret)).toEqual(whoMay(secretEnding('whatsapp-access')));
  });
});

describe('the table', () => {
  const read = ['BatchGetItem', 'GetItem', 'Query'];
  const record = ['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'];
  const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
  const allowed: Record<FunctionName, readonly string[]> = {
    authorizer: ['GetItem', 'UpdateItem'],
    admin: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    // As of the webhook, whose messages it hears again.
    consent: [...record, 'BatchGetItem', 'UpdateItem'].sort(),
    // UpdateItem of these is for counting calls of keys only (test/lib/rates-and-proxy.test.ts).
    eligibility: [...read, 'UpdateItem'].sort(),
    users: [...read, 'UpdateItem'].sort(),
    exports: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    health: [],
    docs: [],
    console: [],
    'whatsapp-webhook': [...record, 'BatchGetItem', 'UpdateItem'].sort(),
    'sms-inbound': record,
    'twilio-webhook': [...record, 'BatchGetItem', 'UpdateItem'].sort(),
    'aws-whatsapp': [...record, 'BatchGetItem', 'UpdateItem'].sort(),
    // Rows of events only (foreign-partitions.test.ts).
    relay: [...stream, 'PutItem'].sort(),
    'send-replies': ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    'export-plan': ['GetItem', 'UpdateItem'],
    'export-shard': read,
    // PutItem is for rows of events only (foreign-partitions.test.ts).
    'export-finish': ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
    notices: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
    points: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    pages: [...record, 'BatchGetItem', 'UpdateItem'].sort(),
    // PutItem is for what callback addresses are owed only.
    'publish-events': ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
    callbacks: [...read, 'DeleteItem', 'PutItem', 'UpdateItem'].sort(),
    'deliver-events': ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    'count-charges': ['BatchGetItem', 'PutItem', 'UpdateItem'],
    // What it may write is decisions, counts and uses of keys only (foreign-partitions.test.ts).
    gate: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    telephone: record,
    'connect-flow': record,
    imports: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
    'import-steps': [...record, 'BatchGetItem', 'UpdateItem'].sort(),
    gupshup: [...record, 'BatchGetItem', 'UpdateItem'].sort(),
  };

  test.each(Object.entries(allowed) as [FunctionName, readonly string[]][])(
    '%s may do with it: %j',
    (name, operations) => {
      const actions = permissionsOf(name).flatMap((each) =>
        each.actions.filter((action) => action.startsWith('dynamodb:')),
      );
      expect([...new Set(actions)].sort()).toEqual(operations.map((operation) => `dynamodb:${operation}`));
    },
  );

  test('only who has the identifier key may use the index: by the people in it they see that the key is the table’s', () => {
    expect(whoMay((action, resource) => action === 'dynamodb:Query' && resource.endsWith('/index/users'))).toEqual(
      // And who lists what callback addresses were owed.
      functionNames.filter((name) => name === 'callbacks' || whoMay(secretEnding('identifier-key')).includes(name)),
    );
  });

  test('a function is told its name exactly when it may use it', () => {
    expect(functionNames.filter((name) => environment.tableName in variablesOf(name))).toEqual(
      // The stream has a name of its own.
      whoMay((action) => action.startsWith('dynamodb:') && !/Stream|Records|Shard/.test(action)),
    );
    for (const name of ['health', 'docs'] as const) {
      expect(variablesOf(name)).toEqual({ [environment.stackName]: 'OptLedger-dev' });
    }
  });
});

describe('everything else', () => {
  test('no action on data, money or people is allowed on everything', () => {
    const onEverything = functionNames.flatMap((name) =>
      permissionsOf(name)
        .filter(({ resources }) => resources.includes('*'))
        .flatMap(({ actions }) => actions),
    );
    expect([...new Set(onEverything)].sort()).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  });

  test('no action is a wildcard', () => {
    for (const name of functionNames)
      for (const { actions } of permissionsOf(name)) for (const action of actions) expect(action).not.toContain('*');
  });

  test('only those that answer people may send text messages', () => {
    expect(whoMay((action) => action.startsWith('sms-voice:'))).toEqual([
      'sms-inbound',
      'twilio-webhook',
      'send-replies',
    ]);
  });

  test('who sends WhatsApp messages by AWS, or by Twilio, is the sender of replies of a stage that was told to', () => {
    const isSocial = (action: string) => action.startsWith('social-messaging:');
    expect(whoMay(isSocial)).toEqual([]);
    const other = synthesise({ stage: 'dev', whatsappByAws: 'true', twilioSecret: 'optledger/dev/twilio' });
    const may = (allowed: (action: string, resource: string) => boolean) =>
      functionNames.filter((name) =>
        other
          .permissionsOf(name)
          .some(({ actions, resources }) =>
            actions.some((action) => resources.some((resource) => allowed(action, resource))),
          ),
      );
    expect(may((action) => action === 'social-messaging:SendWhatsAppMessage')).toEqual(['send-replies']);
    expect(may(secretEnding('twilio'))).toEqual(['twilio-webhook', 'send-replies', 'telephone']);
    const told = (name: FunctionName) => other.functionNamed(name).properties.Environment;
    expect(told('admin')).toMatchObject({ Variables: { WHATSAPP_PROVIDERS: 'meta,aws,twilio' } });
    expect(variablesOf('admin')).toMatchObject({ WHATSAPP_PROVIDERS: 'meta,twilio' });
    expect(told('send-replies')).toMatchObject({ Variables: { WHATSAPP_BY_AWS: 'true' } });
  });

  test('only the exports API starts exports and handles schedules, and those of this stage only', () => {
    expect(whoMay((action) => action === 'states:StartExecution')).toEqual(['exports', 'imports']);
    const machinesOf = (name: FunctionName) =>
      permissionsOf(name).flatMap(({ actions, resources }) =>
        actions.includes('states:StartExecution') ? resources : [],
      );
    expect(machinesOf('exports')).toEqual([expect.stringMatching(/^\{Exports/)]);
    expect(machinesOf('imports')).toEqual([expect.stringMatching(/^\{Imports/)]);
    expect(whoMay((action) => action.startsWith('scheduler:'))).toEqual(['exports']);
    expect(whoMay((action) => action === 'iam:PassRole')).toEqual(['exports']);
    const [schedules] = permissionsOf('exports').filter(({ actions }) => actions.includes('scheduler:CreateSchedule'));
    expect(schedules?.resources).toEqual([expect.stringMatching(/:schedule\/\{ExportsSchedulesGroup\w+\}\/\*$/)]);
  });

  test('files are written by the steps of an export, each in its folder, and read by who signs links', () => {
    const folders = (action: string) => (name: FunctionName) =>
      permissionsOf(name)
        .filter(({ actions }) => actions.includes(action))
        .flatMap(({ resources }) => resources.map((each) => each.replace(/^.*\}\//, '')));
    expect(folders('s3:PutObject')('export-shard')).toEqual(['parts/*']);
    expect(folders('s3:PutObject')('export-finish')).toEqual(['audiences/*']);
    expect(folders('s3:GetObject')('export-finish')).toEqual(['parts/*']);
    expect(folders('s3:GetObject')('exports')).toEqual(['audiences/*']);
    // Files of imports lie in a folder that nobody else may touch.
    for (const action of ['s3:PutObject', 's3:GetObject']) {
      for (const name of ['imports', 'import-steps'] as const) expect(folders(action)(name)).toEqual(['imports/*']);
    }
    expect(whoMay((action) => action.startsWith('s3:'))).toEqual([
      'exports',
      'export-shard',
      'export-finish',
      'imports',
      'import-steps',
    ]);
  });

  test('every function of the contract has a route or another way in', () => {
    const withoutRoute = functionNames.filter((name) => !routes.some(({ handler }) => handler === name));
    expect(withoutRoute).toEqual([
      'authorizer',
      'sms-inbound',
      'aws-whatsapp',
      'relay',
      'send-replies',
      'export-plan',
      'export-shard',
      'export-finish',
      'count-charges',
      'publish-events',
      'deliver-events',
      'connect-flow',
      'import-steps',
    ]);
  });
});
