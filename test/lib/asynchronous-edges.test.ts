import { describe, expect, test } from 'vitest';
import { environment } from '../../lambdas/contract/environment.ts';
import { chargedAttribute, replyAttribute } from '../../lambdas/contract/table.ts';
import { type Found, referred, spell, statementsOf, synthesise } from './synthesised-stack.ts';

const { ofType, functionNamed, only } = synthesise();
const queues = new Map(ofType('AWS::SQS::Queue').map((each) => [each.id, each]));
const queueOf = (target: unknown): Found | undefined => queues.get(referred(target));

describe('SMS in: topic to function', () => {
  const subscription = only('AWS::SNS::Subscription');
  const dead = (subscription.properties.RedrivePolicy as { deadLetterTargetArn?: unknown } | undefined)
    ?.deadLetterTargetArn;

  test('every message on the topic goes to sms-inbound, and what cannot be delivered is kept', () => {
    expect(subscription.properties.Protocol).toBe('lambda');
    expect(referred(subscription.properties.Endpoint)).toBe(functionNamed('sms-inbound').id);
    expect(queueOf(dead)).toBeDefined();
  });

  test('a message that the function cannot handle is kept', () => {
    const config = functionNamed('sms-inbound').properties.DeadLetterConfig as { TargetArn?: unknown } | undefined;
    expect(queueOf(config?.TargetArn)).toBeDefined();
  });

  test('only the SMS service, for this account, may publish: a forged message would be taken as the own word of a person', () => {
    const policy = only('AWS::SNS::TopicPolicy');
    const { Statement: statements } = policy.properties.PolicyDocument as {
      Statement: { Effect: string; Principal: unknown; Condition?: unknown }[];
    };
    expect(statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([
      expect.objectContaining({
        Principal: { Service: 'sms-voice.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]);
  });
});

describe('table stream to functions', () => {
  const mappings = ofType('AWS::Lambda::EventSourceMapping');
  /** Who is woken, and by new ledger entries with which attribute. */
  const wakes = [
    ['send-replies', { [replyAttribute]: { S: [{ exists: true }] } }],
    ['count-charges', { [chargedAttribute]: { BOOL: [true] } }],
  ] as const;

  test('these are the only mappings: two readers are what one stream bears', () => {
    expect(mappings.map(({ properties }) => referred(properties.FunctionName)).sort()).toEqual(
      wakes.map(([name]) => functionNamed(name).id).sort(),
    );
  });

  describe.each(wakes)('to %s', (name, image) => {
    const { properties } =
      mappings.find((each) => referred(each.properties.FunctionName) === functionNamed(name).id) ?? only('none');

    test('wakes the function only for new ledger entries that concern it', () => {
      expect(spell(properties.EventSourceArn)).toMatch(/^\{DataTable\w+\.StreamArn\}$/);
      const { Filters } = properties.FilterCriteria as { Filters: { Pattern: string }[] };
      expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
        { eventName: ['INSERT'], dynamodb: { NewImage: image } },
      ]);
    });

    test('one poison record neither holds up its shard nor is lost', () => {
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      expect(properties.MaximumRetryAttempts).toBe(5);
      const { OnFailure } = properties.DestinationConfig as { OnFailure: { Destination: unknown } };
      expect(queueOf(OnFailure.Destination)).toBeDefined();
    });
  });

  test('a reply is not sent after its time, and charges are counted as long as the stream has them', () => {
    const ages = mappings.map(({ properties }) => [
      referred(properties.FunctionName),
      properties.MaximumRecordAgeInSeconds,
    ]);
    expect(Object.fromEntries(ages)).toEqual({
      [functionNamed('send-replies').id]: 15 * 60,
      [functionNamed('count-charges').id]: undefined,
    });
  });
});

describe('schedules: Scheduler to state machine', () => {
  const variables = (functionNamed('exports').properties.Environment as { Variables: Record<string, unknown> })
    .Variables;
  const roleId = referred(variables[environment.scheduleRoleArn]);
  const [role] = ofType('AWS::IAM::Role').filter(({ id }) => id === roleId);
  const granted = ofType('AWS::IAM::Policy')
    .filter(({ properties }) => (properties.Roles as unknown[]).some((each) => referred(each) === roleId))
    .flatMap(({ properties }) => statementsOf(properties.PolicyDocument));

  test('a tick that cannot start an export is kept', () => {
    expect(queueOf(variables[environment.scheduleDeadLetterArn])).toBeDefined();
  });

  test('the role starts exports and fills that queue, nothing else', () => {
    const machine = only('AWS::StepFunctions::StateMachine');
    const queue = queueOf(variables[environment.scheduleDeadLetterArn]);
    expect(granted.map(({ resources }) => resources)).toEqual([[`{${machine.id}}`], [`{${queue?.id}.Arn}`]]);
    expect(granted[0]?.actions).toEqual(['states:StartExecution']);
  });

  test('only schedules of our own group may take the role', () => {
    const document = role?.properties.AssumeRolePolicyDocument as {
      Statement: { Principal: unknown; Condition: { StringEquals: Record<string, unknown> } }[];
    };
    expect(document.Statement).toHaveLength(1);
    expect(document.Statement[0]?.Principal).toEqual({ Service: 'scheduler.amazonaws.com' });
    expect(referred(document.Statement[0]?.Condition.StringEquals['aws:SourceArn'])).toBe(
      referred(variables[environment.scheduleGroup]),
    );
  });
});

describe('asynchronous invocation', () => {
  test('a function without a dead-letter queue is only invoked by who waits for its answer', () => {
    const waiting = ['apigateway.amazonaws.com'];
    for (const { properties } of ofType('AWS::Lambda::Permission')) {
      const fn = ofType('AWS::Lambda::Function').find(({ id }) => id === referred(properties.FunctionName));
      if (fn?.properties.DeadLetterConfig === undefined) expect(waiting).toContain(properties.Principal);
    }
  });
});

test('every dead-letter queue keeps its messages for two weeks and takes them over TLS only', () => {
  expect(queues.size).toBe(4);
  for (const [id, queue] of queues) {
    expect(queue.properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
    const policies = ofType('AWS::SQS::QueuePolicy').filter(({ properties }) =>
      (properties.Queues as unknown[]).some((each) => referred(each) === id),
    );
    expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
  }
});
