import { describe, expect, test } from 'vitest';
import { functionNames } from './function-names.ts';
import { metricsOfAlarms, referred, synthesise } from './synthesised-stack.ts';

/*
 * What a campaign at Meta's own speed needs (Meta, "Throughput": 1,000 messages a second; three statuses a message, and the answers).
 * Whoever changes a figure here changes what a STOP waits for.
 */
const messagesPerSecond = 1000;
const webhooksPerMessage = 3.3;

const dev = synthesise();
const prod = synthesise({ stage: 'prod', accountConcurrency: '1000', silenceHours: '6' });
const reserved = (stack: typeof dev, name: (typeof functionNames)[number]) =>
  stack.functionNamed(name).properties.ReservedConcurrentExecutions as number | undefined;

describe('a STOP does not wait behind the statuses of a campaign', () => {
  test('the webhook has a brake of its own, above what Meta sends at its fastest', () => {
    const settings = dev.only('AWS::ApiGatewayV2::Stage').properties.RouteSettings as Record<string, object>;
    expect(settings['POST /webhooks/whatsapp']).toEqual({ ThrottlingRateLimit: 5000, ThrottlingBurstLimit: 5000 });
    expect(5000).toBeGreaterThan(messagesPerSecond * webhooksPerMessage);
  });

  test('the brake is a setting', () => {
    const { properties } = synthesise({ webhooksPerSecond: '9000' }).only('AWS::ApiGatewayV2::Stage');
    expect(properties.RouteSettings).toMatchObject({ 'POST /webhooks/whatsapp': { ThrottlingRateLimit: 9000 } });
  });
});

describe('concurrent runs', () => {
  test('none are reserved until the number of the account is given: a new account may have ten', () => {
    for (const name of functionNames) expect([name, reserved(dev, name)]).toEqual([name, undefined]);
  });

  test('what hears people has its own, and what could take everything is limited', () => {
    const of = (name: (typeof functionNames)[number]) => reserved(prod, name) ?? 0;
    expect(of('whatsapp-webhook')).toBe(405);
    expect(of('sms-inbound')).toBe(45);
    expect(of('authorizer')).toBe(90);
    expect(of('send-replies')).toBe(90);
    expect(of('relay')).toBe(45);
    expect(of('export-shard')).toBe(16);
    expect(of('import-steps')).toBe(16);
    expect(of('pages')).toBe(90);
  });

  test('of the smallest account an export writes its shards at once all the same, and two imports their parts', () => {
    const least = synthesise({ accountConcurrency: '500' });
    expect(reserved(least, 'export-shard')).toBe(8);
    expect(reserved(least, 'import-steps')).toBe(8);
  });

  test.each([500, 1000, 3000, 100_000])(
    'of %s at least a hundred are left for everybody else',
    (accountConcurrency) => {
      const stack = synthesise({ accountConcurrency: String(accountConcurrency) });
      const all = functionNames.reduce((sum, name) => sum + (reserved(stack, name) ?? 0), 0);
      expect(all).toBeLessThanOrEqual(accountConcurrency - 100);
      for (const name of functionNames) expect(reserved(stack, name) ?? 1).toBeGreaterThan(0);
    },
  );
});

describe('confirmations', () => {
  const mappingOf = (stack: typeof dev, name: (typeof functionNames)[number]) =>
    stack
      .ofType('AWS::Lambda::EventSourceMapping')
      .find(({ properties }) => referred(properties.FunctionName) === stack.functionNamed(name).id)?.properties ?? {};

  test('a hundred go out in a second, at half a second each, with the five runs that Lambda begins a queue with', () => {
    expect((5 * Number(mappingOf(dev, 'send-replies').BatchSize)) / 0.5).toBeGreaterThanOrEqual(100);
  });

  test('a hundred go out in a second at five seconds each, with what is kept for them', () => {
    expect((Number(reserved(prod, 'send-replies')) * 10) / 5).toBeGreaterThanOrEqual(100);
  });

  test('no more runs are begun than are kept: a message whose run is refused would lose a try', () => {
    for (const accountConcurrency of ['500', '1000', '1000000']) {
      const stack = synthesise({ accountConcurrency });
      const { MaximumConcurrency = 0 } = mappingOf(stack, 'send-replies').ScalingConfig as Record<string, number>;
      expect(MaximumConcurrency).toBeLessThanOrEqual(Number(reserved(stack, 'send-replies')));
      expect(MaximumConcurrency).toBeGreaterThan(1);
    }
    expect(mappingOf(dev, 'send-replies').ScalingConfig).toBeUndefined();
  });

  test('the relay reads each shard with ten runs, and whoever reads late is noticed', () => {
    expect(mappingOf(dev, 'relay')).toMatchObject({ ParallelizationFactor: 10, BatchSize: 100 });
    const [alarm] = dev
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties.MetricName === 'IteratorAge');
    expect(alarm?.properties).toMatchObject({ Statistic: 'Maximum', Threshold: 60_000 });
  });

  test('counting takes two runs of the account and no more', () => {
    expect(mappingOf(dev, 'count-charges').ScalingConfig).toEqual({ MaximumConcurrency: 2 });
  });
});

describe('silence and throttles', () => {
  const watching = (stack: typeof dev, metric: string) =>
    stack.ofType('AWS::CloudWatch::Alarm').filter(({ properties }) => properties.MetricName === metric);

  test('silence of Meta wakes somebody, where it is asked for', () => {
    const silent = (stack: typeof dev) =>
      watching(stack, 'Invocations').filter(({ properties }) => properties.TreatMissingData === 'breaching');
    expect(silent(dev)).toEqual([]);
    expect(silent(prod)[0]?.properties).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      Period: 3600,
      EvaluationPeriods: 6,
    });
  });

  test('throttled runs of every function are noticed: whoever called repeats them without an error', () => {
    const watched = metricsOfAlarms(dev).filter(({ MetricName }) => MetricName === 'Throttles');
    expect(watched.map(({ Dimensions: [dimension] }) => referred(dimension?.Value)).sort()).toEqual(
      functionNames.map((name) => dev.functionNamed(name).id).sort(),
    );
  });

  test('a throttled table is noticed', () => {
    expect(watching(dev, 'WriteThrottleEvents')).toHaveLength(1);
    expect(watching(dev, 'ReadThrottleEvents')).toHaveLength(1);
  });

  test('webhooks that are turned away, and noes and checks that fail, are read from the access log', () => {
    const filters = dev.ofType('AWS::Logs::MetricFilter').map(({ properties }) => String(properties.FilterPattern));
    expect(filters).toContain('{ $.status = 429 && $.route = "POST /webhooks/whatsapp" }');
    const [noes = ''] = filters.filter((pattern) => pattern.includes('>= 500'));
    const ways = ['POST /webhooks/whatsapp', 'POST /v1/apps/{appId}/opt-outs', 'POST /me/{link}'];
    for (const key of [...ways, 'GET /GatewayAPI/rest']) {
      expect(noes).toContain(`$.route = "${key}"`);
    }
    expect(filters.every((pattern) => pattern.length <= 1024)).toBe(true);
    // What the access log can say: the route as API Gateway has it.
    const keys = dev.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => String(properties.RouteKey));
    const named = filters.flatMap((pattern) => [...pattern.matchAll(/"([A-Z]+ [^"]+)"/g)].map(([, key]) => key));
    expect(named.filter((key) => !keys.includes(key ?? ''))).toEqual([]);
  });
});

describe('alarms', () => {
  const [page, ticket] = ['arn:aws:sns:eu-west-1:111122223333:page', 'arn:aws:sns:eu-west-1:111122223333:ticket'];
  const named = (stack: typeof dev) => stack.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);

  test('each says in its name how bad it is, after the name of its stage', () => {
    for (const { AlarmName } of named(prod)) expect(AlarmName).toMatch(/^OptLedger-prod (page|ticket) [A-Za-z0-9-]+$/);
    expect(new Set(named(prod).map(({ AlarmName }) => AlarmName)).size).toBe(named(prod).length);
  });

  test('pages and tickets go to topics of their own, and both hear when it is over', () => {
    for (const { AlarmName, AlarmActions, OKActions } of named(
      synthesise({ alarmTopicArn: page, ticketTopicArn: ticket }),
    )) {
      const topic = String(AlarmName).includes(' page ') ? page : ticket;
      expect([AlarmName, AlarmActions, OKActions]).toEqual([AlarmName, [topic], [topic]]);
    }
  });

  test('nobody on the internet can wake somebody: forged webhooks and full brakes are tickets', () => {
    const severityOf = (metric: string) =>
      named(dev)
        .filter(({ MetricName }) => String(MetricName).endsWith(metric))
        .map(({ AlarmName }) => String(AlarmName).split(' ')[1]);
    expect(severityOf('SignatureRefused')).toEqual(['ticket']);
    expect(severityOf('OthersTurnedAway')).toEqual(['ticket']);
    expect(severityOf('5xx')).toEqual(['ticket']);
    expect(severityOf('WebhookLost')).toEqual(['page']);
  });
});

describe('a way back', () => {
  const tableArn = 'arn:aws:dynamodb:eu-west-1:111122223333:table/restored';
  const adopted = synthesise({ tableArn, tableStreamArn: `${tableArn}/stream/2026-11-20T10:00:00.000` });

  test('a table that is taken over is not made, and everything speaks to it', () => {
    expect(adopted.ofType('AWS::DynamoDB::GlobalTable')).toEqual([]);
    for (const name of functionNames) {
      const statements = adopted
        .permissionsOf(name)
        .filter(({ actions }) => actions.some((each) => each.startsWith('dynamodb:') && !each.includes('Stream')));
      for (const { resources } of statements) for (const each of resources) expect(each).toContain('table/restored');
    }
    const sources = adopted
      .ofType('AWS::Lambda::EventSourceMapping')
      .map(({ properties }) => properties.EventSourceArn);
    expect(sources.filter((each) => typeof each === 'string')).toEqual([`${tableArn}/stream/2026-11-20T10:00:00.000`]);
  });

  test('what is evidence is kept when a stage goes, and a first deployment that fails leaves nothing behind', () => {
    const { Resources } = dev.template.toJSON() as {
      Resources: Record<string, { Type: string; DeletionPolicy?: string }>;
    };
    const policies = Object.values(Resources)
      .filter(({ Type }) => ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket'].includes(Type))
      .map(({ DeletionPolicy }) => DeletionPolicy);
    expect(policies).toEqual(['RetainExceptOnCreate', 'RetainExceptOnCreate']);
  });

  test('the table is warm for what is asked for', () => {
    const { properties } = synthesise({ warmWrites: '40000' }).only('AWS::DynamoDB::GlobalTable');
    expect(properties.WarmThroughput).toEqual({ WriteUnitsPerSecond: 40_000 });
    expect(dev.only('AWS::DynamoDB::GlobalTable').properties.WarmThroughput).toBeUndefined();
  });
});

test('behind a domain the API can be reached by nothing else, if that is wanted', () => {
  const closed = synthesise({ publicUrl: 'https://consent.example.com', closeOwnAddress: 'true' });
  expect(closed.only('AWS::ApiGatewayV2::Api').properties.DisableExecuteApiEndpoint).toBe(true);
  expect(dev.only('AWS::ApiGatewayV2::Api').properties.DisableExecuteApiEndpoint).not.toBe(true);
});

test('groups that AWS itself writes to have the names for which one policy of the account is enough', () => {
  const groups = dev
    .ofType('AWS::Logs::LogGroup')
    .map(({ properties }) => properties.LogGroupName)
    .filter((name) => name !== undefined);
  const kinds = ['access', 'exports', 'imports'];
  expect(groups.sort()).toEqual(kinds.map((kind) => `/aws/vendedlogs/OptLedger-dev/${kind}`));
});

test('the stack has room to grow: CloudFormation takes 500', () => {
  expect(Object.keys(dev.template.toJSON().Resources).length).toBeLessThan(475);
});
