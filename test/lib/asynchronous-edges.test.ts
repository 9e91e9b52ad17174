import { describe, expect, test } from 'vitest';
import { environment } from '../../lambdas/contract/environment.ts';
import { replyAttribute } from '../../lambdas/contract/table.ts';
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

describe('replies: table stream to function', () => {
  const mapping = only('AWS::Lambda::EventSourceMapping');

  test('is the only mapping, from the stream of the table to send-replies', () => {
    expect(spell(mapping.properties.EventSourceArn)).toMatch(/^\{DataTable\w+\.StreamArn\}$/);
    expect(referred(mapping.properties.FunctionName)).toBe(functionNamed('send-replies').id);
  });

  test('wakes the function only for new ledger entries that ask for a reply', () => {
    const { Filters } = mapping.properties.FilterCriteria as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { [replyAttribute]: { S: [{ exists: true }] } } } },
    ]);
  });

  test('one poison record neither holds up its shard nor is lost', () => {
    expect(mapping.properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(mapping.properties.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(mapping.properties.MaximumRecordAgeInSeconds).toBeGreaterThan(0);
    const { OnFailure } = mapping.properties.DestinationConfig as { OnFailure: { Destination: unknown } };
    expect(queueOf(OnFailure.Destination)).toBeDefined();
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
  expect(queues.size).toBe(3);
  for (const [id, queue] of queues) {
    expect(queue.properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
    const policies = ofType('AWS::SQS::QueuePolicy').filter(({ properties }) =>
      (properties.Queues as unknown[]).some((each) => referred(each) === id),
    );
    expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
  }
});
