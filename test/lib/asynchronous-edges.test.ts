import { describe, expect, test } from 'vitest';
import { consumers } from '../../lambdas/contract/consumers.ts';
import { environment } from '../../lambdas/contract/environment.ts';
import type { FunctionName } from '../../lambdas/contract/routes.ts';
import { chargedAttribute, eventAttribute, replyAttribute } from '../../lambdas/contract/table.ts';
import { functionNames } from './function-names.ts';
import { type Found, referred, spell, statementsOf, synthesise } from './synthesised-stack.ts';

const { ofType, functionNamed, only, permissionsOf } = synthesise();
const queues = new Map(ofType('AWS::SQS::Queue').map((each) => [each.id, each]));
const queueOf = (target: unknown): Found | undefined => queues.get(referred(target));
const variablesOf = (name: FunctionName) =>
  (functionNamed(name).properties.Environment as { Variables: Record<string, unknown> }).Variables;

describe.each([
  ['SMS', 'sms-inbound', 'sms-voice.amazonaws.com'],
  ['WhatsApp by AWS', 'aws-whatsapp', 'social-messaging.amazonaws.com'],
] as const)('%s in: topic to function', (_, name, service) => {
  const fn = functionNamed(name);
  const subscription = ofType('AWS::SNS::Subscription').find(
    ({ properties }) => referred(properties.Endpoint) === fn.id,
  );
  const dead = (subscription?.properties.RedrivePolicy as { deadLetterTargetArn?: unknown } | undefined)
    ?.deadLetterTargetArn;

  test('every message on the topic goes to the function, and what cannot be delivered is kept', () => {
    expect(subscription?.properties.Protocol).toBe('lambda');
    expect(queueOf(dead)).toBeDefined();
  });

  test('a message that the function cannot handle is kept', () => {
    const config = fn.properties.DeadLetterConfig as { TargetArn?: unknown } | undefined;
    expect(queueOf(config?.TargetArn)).toBeDefined();
  });

  test('only that service, for this account, may publish: a forged message would be taken as the own word of a person', () => {
    const topic = referred(subscription?.properties.TopicArn);
    const policies = ofType('AWS::SNS::TopicPolicy').filter(({ properties }) =>
      (properties.Topics as unknown[]).some((each) => referred(each) === topic),
    );
    const statements = policies.flatMap(
      ({ properties }) =>
        (properties.PolicyDocument as { Statement: { Effect: string; Principal: unknown; Condition?: unknown }[] })
          .Statement,
    );
    expect(statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([
      expect.objectContaining({
        Principal: { Service: service },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]);
  });

  test('the topic is a standard one: neither service takes another', () => {
    const topics = ofType('AWS::SNS::Topic').filter(({ id }) => id === referred(subscription?.properties.TopicArn));
    expect(topics.map(({ properties }) => properties.FifoTopic ?? false)).toEqual([false]);
  });
});

const mappings = ofType('AWS::Lambda::EventSourceMapping');
const mappingsOf = (name: FunctionName) =>
  mappings.filter(({ properties }) => referred(properties.FunctionName) === functionNamed(name).id);
const mappingOf = (name: FunctionName): Found['properties'] => {
  const [found, ...others] = mappingsOf(name);
  if (found === undefined || others.length > 0) throw new Error(`${name} has ${mappingsOf(name).length} mappings.`);
  return found.properties;
};

describe('table stream to relay', () => {
  const properties = mappingOf('relay');

  test('it is the only reader: two are what one stream bears, and whoever wants to be told is a consumer', () => {
    const reading = mappings.filter((each) => !queues.has(referred(each.properties.EventSourceArn)));
    expect(reading.map((each) => referred(each.properties.FunctionName))).toEqual([functionNamed('relay').id]);
    const streams = functionNames.filter((name) =>
      permissionsOf(name).some(({ actions }) => actions.includes('dynamodb:GetRecords')),
    );
    expect(streams).toEqual(['relay']);
  });

  test('wakes the function only for new ledger entries that concern a consumer, and for states and windows', () => {
    expect(spell(properties.EventSourceArn)).toMatch(/^\{DataTable\w+\.StreamArn\}$/);
    const { Filters } = properties.FilterCriteria as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { [replyAttribute]: { S: [{ exists: true }] } } } },
      { eventName: ['INSERT'], dynamodb: { NewImage: { [chargedAttribute]: { BOOL: [true] } } } },
      { eventName: ['INSERT'], dynamodb: { NewImage: { [eventAttribute]: { S: [{ exists: true }] } } } },
      { dynamodb: { Keys: { sk: { S: ['S', 'W'] } } } },
    ]);
  });

  test('begins where nothing is lost, and goes on as long as the stream keeps a record', () => {
    expect(properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: -1,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(properties.MaximumRecordAgeInSeconds).toBeUndefined();
  });

  test('what no queue takes is kept by its key', () => {
    const { OnFailure } = properties.DestinationConfig as { OnFailure: { Destination: unknown } };
    const aside = queueOf(OnFailure.Destination);
    expect(aside).toBeDefined();
    expect(referred(variablesOf('relay')[environment.relayAsideUrl])).toBe(aside?.id);
  });
});

describe.each([
  ['replies', 'send-replies'],
  ['charges', 'count-charges'],
] as const)('relay to %s', (consumer, name) => {
  const { inOrder, queueUrl } = consumers[consumer];
  const queue = queueOf({ Ref: referred(variablesOf('relay')[queueUrl]) });
  const properties = mappingOf(name);
  const timeout = Number(functionNamed(name).properties.Timeout);
  const redrive = queue?.properties.RedrivePolicy as { deadLetterTargetArn: unknown; maxReceiveCount: number };
  const dead = queueOf(redrive.deadLetterTargetArn);

  test('its queue feeds its function, and nobody else fills or empties it', () => {
    expect(referred(properties.EventSourceArn)).toBe(queue?.id);
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    const may = (action: string) =>
      functionNames.filter((each) =>
        permissionsOf(each).some((one) => one.actions.includes(action) && one.resources.includes(`{${queue?.id}.Arn}`)),
      );
    expect(['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map(may)).toEqual([
      ['relay'],
      [name],
      [name],
      [name],
    ]);
  });

  test('a message that failed stays away six times as long as the function may run, and longer than a window', () => {
    const window = Number(properties.MaximumBatchingWindowInSeconds ?? 0);
    expect(Number(queue?.properties.VisibilityTimeout)).toBeGreaterThanOrEqual(6 * timeout + window);
  });

  test(`order is kept: ${inOrder}`, () => {
    const fifo = inOrder ? true : undefined;
    expect([queue?.properties.FifoQueue, dead?.properties.FifoQueue]).toEqual([fifo, fifo]);
    expect([queue?.properties.DeduplicationScope, queue?.properties.FifoThroughputLimit]).toEqual(
      inOrder ? ['messageGroup', 'perMessageGroupId'] : [undefined, undefined],
    );
  });

  test('what waits too long is noticed, and what is given up is kept', () => {
    const [alarm] = ofType('AWS::CloudWatch::Alarm').filter(
      (each) =>
        each.properties.MetricName === 'ApproximateAgeOfOldestMessage' &&
        spell(each.properties.Dimensions).includes(queue?.id ?? 'none'),
    );
    expect(alarm?.properties).toMatchObject({ Statistic: 'Maximum', Threshold: inOrder ? 120 : 900 });
    expect(dead).toBeDefined();
  });
});

test('a reply is tried until its five minutes are over, and a count for a day', () => {
  const [replies, charges] = (['replies', 'charges'] as const).map((name) => {
    const queue = queueOf({ Ref: referred(variablesOf('relay')[consumers[name].queueUrl]) });
    const { RedrivePolicy, VisibilityTimeout } = queue?.properties ?? {};
    return (RedrivePolicy as { maxReceiveCount: number }).maxReceiveCount * Number(VisibilityTimeout);
  });
  expect(replies).toBeGreaterThan(5 * 60);
  expect(charges).toBeGreaterThan(24 * 60 * 60);
});

describe('relay to publish-events', () => {
  const variables = variablesOf('relay');
  const fed = [environment.eventsQueueUrl, environment.withdrawalsQueueUrl].map((name) =>
    queueOf({ Ref: referred(variables[name]) }),
  );
  const own = mappingsOf('publish-events').map(({ properties }) => properties);

  test('two queues feed it, in the order of each lane; withdrawals have more runs than all else', () => {
    expect(own.map(({ EventSourceArn }) => referred(EventSourceArn))).toEqual(fed.map((queue) => queue?.id));
    const [events = 0, withdrawals = 0] = own.map(
      ({ ScalingConfig }) => (ScalingConfig as { MaximumConcurrency: number }).MaximumConcurrency,
    );
    expect(withdrawals).toBeGreaterThan(events);
    for (const queue of fed) {
      expect(queue?.properties).toMatchObject({
        FifoQueue: true,
        DeduplicationScope: 'messageGroup',
        FifoThroughputLimit: 'perMessageGroupId',
      });
    }
  });

  test('a bus that fails is tried for more than a day, and what is given up then is kept, with what cannot be read', () => {
    const timeout = Number(functionNamed('publish-events').properties.Timeout);
    const aside = referred(variablesOf('publish-events')[environment.eventsAsideUrl]);
    for (const queue of fed) {
      const { RedrivePolicy, VisibilityTimeout } = queue?.properties ?? {};
      const { maxReceiveCount, deadLetterTargetArn } = RedrivePolicy as {
        maxReceiveCount: number;
        deadLetterTargetArn: unknown;
      };
      expect(Number(VisibilityTimeout)).toBeGreaterThanOrEqual(6 * timeout);
      expect(maxReceiveCount * Number(VisibilityTimeout)).toBeGreaterThan(24 * 60 * 60);
      expect(queueOf(deadLetterTargetArn)).toMatchObject({ id: aside, properties: { FifoQueue: true } });
    }
  });

  test('it puts events on the bus of the stage and on no other', () => {
    const bus = only('AWS::Events::EventBus');
    const may = permissionsOf('publish-events').filter(({ actions }) => actions.includes('events:PutEvents'));
    expect(may.map(({ resources }) => resources)).toEqual([[`{${bus.id}.Arn}`]]);
    expect(referred(variablesOf('publish-events')[environment.eventBusName])).toBe(bus.id);
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
    const machine = only('AWS::StepFunctions::StateMachine', 'Exports');
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

describe('to deliver-events', () => {
  const variables = variablesOf('deliver-events');
  const fed = [environment.deliveriesQueueUrl, environment.noDeliveriesQueueUrl].map((name) =>
    queueOf({ Ref: referred(variables[name]) }),
  );

  test('two queues feed it, with as many runs each: a campaign takes none that a no waits for', () => {
    const own = mappingsOf('deliver-events').map(({ properties }) => properties);
    expect(own.map(({ EventSourceArn }) => referred(EventSourceArn))).toEqual(fed.map((queue) => queue?.id));
    expect(new Set(fed.map((queue) => queue?.id)).size).toBe(2);
    const runs = own.map(({ ScalingConfig }) => (ScalingConfig as { MaximumConcurrency: number }).MaximumConcurrency);
    expect(runs[1]).toBe(runs[0]);
  });

  test('whoever owes or manages fills both, who delivers that of noes, and what is given up is kept in one place', () => {
    for (const name of ['publish-events', 'callbacks', 'deliver-events'] as const) {
      const filled = permissionsOf(name)
        .filter(({ actions }) => actions.includes('sqs:SendMessage'))
        .flatMap(({ resources }) => resources);
      const own = fed.map((queue) => filled.includes(`{${queue?.id}.Arn}`));
      expect([name, own]).toEqual([name, [name !== 'deliver-events', true]]);
    }
    const letters = fed.map((queue) => {
      const { RedrivePolicy } = queue?.properties ?? {};
      return referred((RedrivePolicy as { deadLetterTargetArn: unknown }).deadLetterTargetArn);
    });
    expect(letters[0]).toBe(letters[1]);
  });
});

describe('each minute: Scheduler to the queue of noes to deliver', () => {
  const { Target } = only('AWS::Scheduler::Schedule').properties as {
    readonly Target: { readonly Arn: unknown; readonly RoleArn: unknown; readonly DeadLetterConfig?: unknown };
  };
  const queue = queueOf(Target.Arn);

  test('it fills the queue that wakes deliver-events, by a role that may do nothing else', () => {
    expect(queue?.id).toBe(queueOf(variablesOf('deliver-events')[environment.noDeliveriesQueueUrl])?.id);
    const roleId = referred(Target.RoleArn);
    const granted = ofType('AWS::IAM::Policy')
      .filter(({ properties }) => (properties.Roles as unknown[]).some((each) => referred(each) === roleId))
      .flatMap(({ properties }) => statementsOf(properties.PolicyDocument));
    expect(granted).toMatchObject([{ actions: ['sqs:SendMessage'], resources: [`{${queue?.id}.Arn}`] }]);
  });

  test('a minute that is lost is kept nowhere: the next one looks at the same', () => {
    expect(Target).toMatchObject({ RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 } });
    expect(Target.DeadLetterConfig).toBeUndefined();
  });
});

describe('asynchronous invocation', () => {
  test('a function without a dead-letter queue is only invoked by who waits for its answer', () => {
    const waiting = ['apigateway.amazonaws.com', 'connect.amazonaws.com'];
    for (const { properties } of ofType('AWS::Lambda::Permission')) {
      const fn = ofType('AWS::Lambda::Function').find(({ id }) => id === referred(properties.FunctionName));
      if (fn?.properties.DeadLetterConfig === undefined) expect(waiting).toContain(properties.Principal);
    }
  });
});

test('every queue is encrypted, keeps its messages for two weeks and takes them over TLS only', () => {
  expect(queues.size).toBe(14);
  for (const [id, queue] of queues) {
    expect(queue.properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 60 * 60, SqsManagedSseEnabled: true });
    const policies = ofType('AWS::SQS::QueuePolicy').filter(({ properties }) =>
      (properties.Queues as unknown[]).some((each) => referred(each) === id),
    );
    expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
  }
});
