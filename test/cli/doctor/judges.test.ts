import { describe, expect, test } from 'vitest';
import { type AddressFacts, judgeAddress } from '../../../cli/doctor/areas/address.ts';
import { judgeAlarms } from '../../../cli/doctor/areas/alarms.ts';
import { judgeApps } from '../../../cli/doctor/areas/apps.ts';
import { judgeDeadLetters } from '../../../cli/doctor/areas/dead-letters.ts';
import { judgeFunctions } from '../../../cli/doctor/areas/functions.ts';
import { judgeMapping } from '../../../cli/doctor/areas/mappings.ts';
import { judgeConcurrency, judgeRequests } from '../../../cli/doctor/areas/quotas.ts';
import { judgeSettings, type SettingsFacts } from '../../../cli/doctor/areas/settings.ts';
import { judgeStack, type StackFacts } from '../../../cli/doctor/areas/stack.ts';
import { judgeExpiry, judgeRecovery, judgeTable, type TableFacts } from '../../../cli/doctor/areas/table.ts';
import {
  judgeAlarmTopic,
  judgeSmsTopic,
  type SmsTopicFacts,
  type TopicFacts,
} from '../../../cli/doctor/areas/topics.ts';
import type { Finding } from '../../../cli/doctor/finding.ts';
import type { FunctionFacts } from '../../../cli/doctor/stage.ts';

/** What was found, as `severity: beginning of the sentence`. */
const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, what }) => `${severity}: ${what}`);

/** One right state, and what is told of it when something about it is otherwise. */
function judging<Facts extends object>(
  judge: (facts: Facts) => readonly Finding[],
  right: Facts,
  cases: readonly (readonly [given: string, otherwise: Partial<Facts>, then: readonly (string | RegExp)[]])[],
): void {
  test('what is right is not told', () => {
    expect(judge(right)).toEqual([]);
  });
  test.each(cases)('%s', (_, otherwise, then) => {
    const found = judge({ ...right, ...otherwise });
    expect(told(found)).toEqual(then.map((each) => expect.stringMatching(each)));
    for (const { what, hurt, todo } of found) {
      expect([what, hurt]).toEqual([expect.stringMatching(/^[^ ].*[.!)]$/s), expect.stringMatching(/^[A-Z].*\.$/s)]);
      expect(todo.length).toBeGreaterThan(10);
    }
  });
}

describe('the stack', () => {
  const right: StackFacts = {
    stage: 'prod',
    name: 'OptLedger-prod',
    status: 'UPDATE_COMPLETE',
    isProtected: true,
    failed: [],
  };
  judging(judgeStack, right, [
    ['a deployment goes on', { status: 'UPDATE_IN_PROGRESS' }, [/^note: The stack is being changed/]],
    [
      'the last deployment was taken back',
      { status: 'UPDATE_ROLLBACK_COMPLETE' },
      [/^should: The last deployment failed/],
    ],
    ['it could not be taken back', { status: 'UPDATE_ROLLBACK_FAILED' }, [/^broken: .*UPDATE_ROLLBACK_FAILED/]],
    ['the first deployment failed', { status: 'ROLLBACK_COMPLETE' }, [/^broken: .*ROLLBACK_COMPLETE/]],
    ['a state that nobody knows', { status: 'SOMETHING_NEW' }, [/^broken/]],
    ['a resource failed', { failed: ['SmsInbound1'] }, [/^broken: These resources failed.*SmsInbound1/]],
    ['it can be destroyed', { isProtected: false }, [/^should: The stack can be destroyed/]],
    ['dev can be destroyed', { stage: 'dev', isProtected: false }, []],
  ]);
});

describe('settings', () => {
  const right: SettingsFacts = {
    stage: 'prod',
    reserves: true,
    hearsSilence: true,
    publicUrl: 'https://consent.example.com',
    graphUrl: 'https://graph.facebook.com/v26.0',
    ownAddressClosed: true,
  };
  judging(judgeSettings, right, [
    ['no accountConcurrency', { reserves: false }, [/^should: No concurrent runs are kept/]],
    ['no silenceHours', { hearsSilence: false }, [/^should: Silence of Meta/]],
    ['no publicUrl', { publicUrl: undefined, ownAddressClosed: false }, [/^note: Links and QR codes/]],
    ['the own address open beside a domain', { ownAddressClosed: false }, [/^note: The API's own address is open/]],
    ['another Meta', { graphUrl: 'https://graph.example.com/v26.0' }, [/^should: .*graph\.example\.com/]],
    ['a host that begins like Meta', { graphUrl: 'https://graph.facebook.com.example/v26.0' }, [/^should/]],
  ]);
});

describe('functions', () => {
  const right: FunctionFacts = {
    name: 'whatsapp-webhook',
    physicalName: 'OptLedger-prod-Webhook-1',
    state: 'Active',
    lastUpdate: 'Successful',
    changedAt: 1000,
    environment: { TABLE_NAME: 't' },
    reserved: 450,
    timeout: 29,
    memory: 1024,
    template: {
      logicalId: 'Webhook',
      physicalId: 'OptLedger-prod-Webhook-1',
      status: 'UPDATE_COMPLETE',
      deployedAt: 1000,
      Type: 'AWS::Lambda::Function',
      Properties: {
        Timeout: 29,
        MemorySize: 1024,
        ReservedConcurrentExecutions: 450,
        Environment: { Variables: { TABLE_NAME: { Ref: 'Table' } } },
      },
    },
  };
  judging((facts: FunctionFacts) => judgeFunctions([facts]), right, [
    [
      'it was deleted',
      { state: 'Missing', environment: {}, timeout: undefined },
      [/^broken: whatsapp-webhook was deleted/],
    ],
    ['it failed', { state: 'Failed' }, [/^broken: whatsapp-webhook is in the state Failed/]],
    ['its last update failed', { lastUpdate: 'Failed' }, [/^broken/]],
    ['it is being changed', { lastUpdate: 'InProgress' }, [/^note: whatsapp-webhook is being changed/]],
    ['it sleeps, and wakes when it is called', { state: 'Inactive' }, []],
    ['it was switched off and forgotten', { reserved: 0 }, [/^broken: whatsapp-webhook is switched off/]],
    ['a variable was taken away', { environment: {} }, [/^broken: whatsapp-webhook lacks the variables TABLE_NAME/]],
    ['less is reserved', { reserved: 5 }, [/^should: Of whatsapp-webhook what is reserved/]],
    ['another timeout and memory', { timeout: 3, memory: 128 }, [/^should: .* its timeout and its memory/]],
    ['it was changed after the deployment', { changedAt: 1001 }, [/^note: Changed by hand .*: whatsapp-webhook\./]],
  ]);
});

describe('the table', () => {
  const right: TableFacts = {
    table: 't',
    status: 'ACTIVE',
    isProtected: true,
    streamView: 'NEW_AND_OLD_IMAGES',
    activeIndexes: ['users'],
  };
  judging(judgeTable, right, [
    ['it is being changed', { status: 'UPDATING' }, []],
    ['it cannot be reached', { status: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS' }, [/^broken: .*INACCESSIBLE/]],
    ['it can be deleted', { isProtected: false }, [/^should: The table can be deleted/]],
    ['it has no stream', { streamView: undefined }, [/^broken: The table has no stream/]],
    ['its stream shows keys only', { streamView: 'KEYS_ONLY' }, [/^broken: .*KEYS_ONLY only/]],
    ['its index is not there', { activeIndexes: [] }, [/^broken: The index users/]],
  ]);
  judging(judgeRecovery, { table: 't', isOn: true }, [
    ['recovery is off', { isOn: false }, [/^broken: Point-in-time/]],
  ]);
  judging(judgeExpiry, { table: 't', isOn: true, attribute: 'ttl' }, [
    ['time to live is off', { isOn: false }, [/^should: Time to live of the table is off/]],
    ['it looks at another attribute', { attribute: 'expires' }, [/^should: .*expires in place of ttl/]],
  ]);
});

describe('what hands events on', () => {
  const right = {
    uuid: 'u-1',
    to: 'send-replies',
    from: "the table's stream",
    state: 'Enabled',
    lastResult: 'OK',
    isOldStream: false,
  };
  judging(judgeMapping, right, [
    ['nothing came yet', { lastResult: 'No records processed' }, []],
    ['records came, some partly', { lastResult: 'OK - 3 records, 1 partial failures' }, []],
    ['it was switched off', { state: 'Disabled' }, [/^broken: .*send-replies is not handed over.*disabled/]],
    ['it is being switched off', { state: 'Disabling' }, [/^broken/]],
    ['it is being switched on', { state: 'Enabling' }, [/^note/]],
    ['a batch failed', { lastResult: 'PROBLEM: Function call failed' }, [/^broken: send-replies could not take/]],
    ['it may not read', { lastResult: 'PROBLEM: Lambda: access denied' }, [/^broken/]],
    ['the stream was made anew', { isOldStream: true }, [/^broken: send-replies listens to a stream/]],
  ]);
});

describe('dead letters', () => {
  const right = { url: 'https://sqs/1/SmsDeadLetters', impact: 'It may be a STOP.', messages: 0 };
  judging(judgeDeadLetters, right, [
    ['one lies there', { messages: 1 }, [/^broken: About 1 message lies in SmsDeadLetters/]],
    ['several lie there', { messages: 7 }, [/^broken: About 7 messages lie/]],
  ]);
  test('who is hurt is said as the alarm of the queue says it', () => {
    expect(judgeDeadLetters({ ...right, messages: 1 })[0]?.hurt).toBe('It may be a STOP.');
  });
});

describe('alarms', () => {
  const alarm = (name: string, state = 'OK', topics: readonly string[] = ['arn:aws:sns:eu-west-1:1:pages']) => ({
    name: `OptLedger-prod ${name}`,
    state,
    topics,
  });
  const right = { stage: 'prod', wanted: 2, alarms: [alarm('page Sms-Errors'), alarm('ticket Docs-Errors')] };
  judging(judgeAlarms, right, [
    ['nothing was measured yet', { alarms: right.alarms.map((each) => ({ ...each, state: 'INSUFFICIENT_DATA' })) }, []],
    ['one was deleted', { wanted: 3 }, [/^broken: 1 of 3 alarms are not there/]],
    [
      'no topic was given',
      { alarms: right.alarms.map((each) => ({ ...each, topics: [] })) },
      [/^should: No alarm tells/],
    ],
    [
      'one was muted',
      { alarms: [alarm('page Sms-Errors', 'OK', []), alarm('ticket Docs-Errors')] },
      [/^should: 1 alarms tell nobody: OptLedger-prod page Sms-Errors/],
    ],
    [
      'a page and a ticket are in alarm',
      { alarms: [alarm('page Sms-Errors', 'ALARM'), alarm('ticket Docs-Errors', 'ALARM')] },
      [/^broken: In alarm now: OptLedger-prod page/, /^should: In alarm now: OptLedger-prod ticket/],
    ],
  ]);
});

describe('who hears alarms', () => {
  const right: TopicFacts = {
    arn: 'arn:aws:sns:eu-west-1:1:pages',
    exists: true,
    confirmed: ['me@example.com'],
    pending: 0,
    key: undefined,
  };
  judging(judgeAlarmTopic, right, [
    ['the topic is gone', { exists: false }, [/^broken: .*there is no such topic/]],
    ['nobody subscribed', { confirmed: [] }, [/^broken: Nobody hears the topic \S+\.$/]],
    ['nobody confirmed', { confirmed: [], pending: 2 }, [/^broken: .*2 invited, none has confirmed/]],
    ['somebody has not confirmed yet', { pending: 1 }, []],
    ['it is closed to CloudWatch', { key: 'alias/aws/sns' }, [/^broken: .*CloudWatch may not use/]],
    ['it is closed, by the ARN', { key: 'arn:aws:kms:eu-west-1:1:alias/aws/sns' }, [/^broken/]],
    ['it has a key of its own', { key: 'arn:aws:kms:eu-west-1:1:key/2' }, []],
  ]);
});

describe('the topic of text messages', () => {
  const right: SmsTopicFacts = {
    arn: 'arn:aws:sns:eu-west-1:1:sms',
    exists: true,
    confirmed: ['arn:aws:lambda:eu-west-1:1:function:inbound-1'],
    pending: 0,
    key: undefined,
    listener: 'inbound-1',
  };
  judging(judgeSmsTopic, right, [
    ['it is gone', { exists: false }, [/^broken: The topic of text messages is gone/]],
    ['nobody listens', { confirmed: [] }, [/^broken: No function listens/]],
    [
      'another function listens',
      { confirmed: ['arn:aws:lambda:eu-west-1:1:function:inbound-10'] },
      [/^broken: No function/],
    ],
    ['it is closed to the SMS service', { key: 'alias/aws/sns' }, [/^broken: .*the SMS service may not use/]],
  ]);
});

describe('quotas', () => {
  judging(judgeConcurrency, { account: 1000, free: 300 }, [
    ['a new account', { account: 10, free: 10 }, [/^broken: .*no more than 10 functions/]],
    ['99', { account: 99, free: 99 }, [/^broken/]],
    ['100', { account: 100, free: 100 }, [/^should/]],
    ['999', { account: 999, free: 500 }, [/^should: .*a campaign needs 1,000/]],
    ['everything is reserved', { free: 100 }, [/^note: All but 100 of 1000/]],
  ]);
  judging(judgeRequests, { account: 10_000, webhooks: 5000 }, [
    ['a region with a quarter', { account: 2500 }, [/^should: Webhooks may come 5000 a second, but the account/]],
    ['exactly what the account takes', { account: 5000 }, []],
    ['slower than a number at full speed', { webhooks: 3299 }, [/^note: Webhooks may come 3299 a second/]],
    ['as fast as one', { webhooks: 3300 }, []],
  ]);
});

describe('addresses', () => {
  judging<AddressFacts>(judgeAddress, { address: 'https://consent.example.com', health: 200, isVerified: true }, [
    ['the certificate has expired', { health: 'CERT_HAS_EXPIRED' }, [/^broken: .*answers CERT_HAS_EXPIRED/]],
    ['nothing is mapped to it', { health: 404 }, [/^broken: .*answers 404/]],
    ['it forwards to somebody', { health: 301 }, [/^broken/]],
    ['the webhook has an older secret', { isVerified: false }, [/^should: .*does not know the verify token/]],
    ['the webhook was not asked', { isVerified: undefined }, []],
  ]);
});

describe('apps', () => {
  const app = { appId: 'acme', whatsapp: { phoneNumberId: '1', phone: '+1', wabaId: '2' }, smsNumbers: [] };
  test('no app is told, and an app that nobody can say no to', () => {
    expect(told(judgeApps([app]))).toEqual([]);
    expect(told(judgeApps([]))).toEqual(['note: There is no app.']);
    expect(told(judgeApps([app, { appId: 'shop', smsNumbers: [] }]))).toEqual([
      expect.stringMatching(/^note: The app shop/),
    ]);
  });
});
