import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { timeLimit as smsTimeLimit } from '../../lambdas/adapters/providers/aws-sms/aws-sms-sender.ts';
import { timeLimit as metaTimeLimit } from '../../lambdas/adapters/providers/meta/graph-request.ts';
import { environment } from '../../lambdas/contract/environment.ts';
import { type FunctionName, routes } from '../../lambdas/contract/routes.ts';
import { longestReply } from '../../lambdas/handlers/send-replies.ts';
import { bundledWidget } from '../support/browser/bundled-widget.ts';
import { promised } from '../support/promised.ts';
import { functionNames } from './function-names.ts';
import { metricsOfAlarms, referred, spell, synthesise } from './synthesised-stack.ts';

const { ofType, functionNamed, only } = synthesise();
const minutes = 60;
const days = 24 * 60 * minutes;

const alarm = (metric: string) => {
  const [found, ...others] = ofType('AWS::CloudWatch::Alarm').filter(
    ({ properties }) => properties.MetricName === metric && properties.Namespace !== 'AWS/Lambda',
  );
  if (found === undefined || others.length > 0) throw new Error(`${metric} has ${others.length} alarms`);
  return [Number(found.properties.Threshold), Number(found.properties.Period) / minutes] as const;
};
const alarmed = metricsOfAlarms({ ofType });
const periods = new Set(alarmed.map(({ Period }) => Period / minutes));
const retentions = new Set(ofType('AWS::SQS::Queue').map(({ properties }) => properties.MessageRetentionPeriod));
const logs = new Set(ofType('AWS::Logs::LogGroup').map(({ properties }) => Number(properties.RetentionInDays)));
const theOnly = (values: ReadonlySet<unknown>): number => (values.size === 1 ? Number([...values][0]) : Number.NaN);

const mapping = (name: FunctionName) => {
  const found = ofType('AWS::Lambda::EventSourceMapping').find(
    ({ properties }) => referred(properties.FunctionName) === functionNamed(name).id,
  );
  return found?.properties ?? {};
};
/** How often the queue of a function gives a message out before it is a dead letter. */
const triesOf = (name: FunctionName): number => {
  const queue = ofType('AWS::SQS::Queue').find(({ id }) => id === referred(mapping(name).EventSourceArn));
  return Number((queue?.properties.RedrivePolicy as { maxReceiveCount: number } | undefined)?.maxReceiveCount);
};

/** How often Lambda calls a function again that failed at an asynchronous event; 2 unless the template says another number. */
const asynchronousRetries = (name: FunctionName): number => {
  const config = ofType('AWS::Lambda::EventInvokeConfig').find(
    ({ properties }) => referred(properties.FunctionName) === functionNamed(name).id,
  );
  return Number(config?.properties.MaximumRetryAttempts ?? 2);
};

interface State {
  readonly Type: string;
  readonly MaxConcurrency?: number;
  readonly Retry?: readonly { readonly MaxAttempts: number }[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
}
const machineOf = (construct: 'Exports' | 'Imports') =>
  JSON.parse(spell(only('AWS::StepFunctions::StateMachine', construct).properties.DefinitionString)) as {
    TimeoutSeconds: number;
    States: Readonly<Record<string, State>>;
  };
const machine = machineOf('Exports');
const triesOfSteps = (construct: 'Exports' | 'Imports'): ReadonlySet<number> =>
  new Set(
    Object.values(machineOf(construct).States)
      .flatMap((state) => [state, ...Object.values(state.ItemProcessor?.States ?? {})])
      .filter(({ Type }) => Type === 'Task')
      .map(({ Retry }) => 1 + Math.max(0, ...(Retry ?? []).map(({ MaxAttempts }) => MaxAttempts))),
  );
const atOnce = machine.States.EveryShard?.MaxConcurrency ?? Number.NaN;

const stage = only('AWS::ApiGatewayV2::Stage').properties;
const brakes = (stage.RouteSettings ?? {}) as Readonly<Record<string, { readonly ThrottlingRateLimit: number }>>;
const usualBrake = stage.DefaultRouteSettings as { readonly ThrottlingRateLimit: number };
/** Newer than the brakes of single routes (`lib/braked-routes.json`): they take the stage's. */
const newerPages: readonly string[] = ['/w/{token}/opened', '/w/{token}/{code}', '/o/{token}/poster', '/logo/{logo}'];
const ratesOfPages = new Set(
  routes
    .filter(({ handler, path }) => handler === 'pages' && !newerPages.includes(path))
    .map(({ method, path }) => brakes[`${method} ${path}`]?.ThrottlingRateLimit),
);

const rules = (only('AWS::S3::Bucket').properties.LifecycleConfiguration as { Rules: Record<string, unknown>[] }).Rules;
const audiencesKept = Number(rules.find(({ Id }) => Id === 'audiences')?.ExpirationInDays);

const timeoutOf = (name: FunctionName): number => Number(functionNamed(name).properties.Timeout);
const timeouts = functionNames.map(timeoutOf);
const usual = functionNames.filter(
  (name) => !/^(export|import)-|^(whatsapp-webhook|connect-flow|deliver-events)$/.test(name),
);
const longSteps = ['export-shard', 'import-steps'] as const;
const authorizerTtl = Number(only('AWS::ApiGatewayV2::Authorizer').properties.AuthorizerResultTtlInSeconds);
const secrets = new Set(
  ofType('AWS::IAM::Policy').flatMap(
    ({ properties }) => JSON.stringify(properties).match(/secret:[\w/-]+(?=-\?)/g) ?? [],
  ),
);
const widget = await bundledWidget('https://in.example');

/** As in `test/architecture/promised-numbers.test.ts`: a page, what it says, and what the template says. */
// biome-ignore format: a row is a line, so that two changes of the table do not meet
const numbers: readonly (readonly [page: string, says: string, is: number | readonly number[]])[] = [
  ['docs/runbook.md', 'Each looks at {n} minutes and goes off at', theOnly(periods)],
  ['docs/runbook.md', 'Logs are kept for {n} months', theOnly(logs) / 30],
  ['docs/runbook.md', '### API ServerErrors ({n} in {n} minutes)', alarm('5xx')],
  ['docs/runbook.md', '### WhatsApp SignatureRefused ({n} in {n} minutes)', alarm('SignatureRefused')],
  ['docs/runbook.md', '### Twilio SignatureRefused ({n} in {n} minutes)', alarm('TwilioRefused')],
  ['docs/runbook.md', '### Replies ReplyFailed ({n} in {n} minutes)', alarm('ReplyFailed')],
  ['docs/runbook.md', 'after {n} retries they wait in the dead-letter queue', asynchronousRetries('sms-inbound')],
  ['docs/runbook.md', 'Open the execution of the state machine; each step is tried {n} times', theOnly(triesOfSteps('Exports'))],
  ['docs/runbook.md', 'Open the execution of the imports; each step is tried {n} times', theOnly(triesOfSteps('Imports'))],
  ['docs/runbook.md', 'An execution took {n} hours and was given up', machine.TimeoutSeconds / minutes / 60],
  ['docs/runbook.md', 'All keep messages for {n} days', theOnly(retentions) / days],
  ['docs/runbook.md', 'a throttle of its own, {n} a second', theOnly(ratesOfPages)],
  ['docs/api.md', 'what the stage gives to every key ({n})', Number((functionNamed('authorizer').properties.Environment as { Variables: Record<string, string> }).Variables[environment.keyRate])],
  ['docs/runbook.md', 'Every other route takes {n} a second', usualBrake.ThrottlingRateLimit],
  ['docs/runbook.md', 'Exports read {n} of 16 shards at once', atOnce],
  ['docs/runbook.md', 'ran out of memory or time ({n} seconds;', theOnly(new Set(usual.map(timeoutOf)))],
  ['docs/runbook.md', 'the webhook has {n},', timeoutOf('whatsapp-webhook')],
  ['docs/runbook.md', '### Replies ReplyTooLate ({n} in {n} minutes)', alarm('ReplyTooLate')],
  ['docs/runbook.md', '### Relay RelayFailed ({n} in {n} minutes)', alarm('RelayFailed')],
  ['docs/runbook.md', 'a reply that could not be decided, {n} times', triesOf('send-replies')],
  ['docs/runbook.md', 'the steps of an export or import up to {n} minutes)', theOnly(new Set(longSteps.map(timeoutOf))) / minutes],
  ['docs/runbook.md', '`deliver-events` {n}, flows of Connect wait 8', timeoutOf('deliver-events')],
  ['docs/exports.md', '`shard` (16 of them, {n} at once)', atOnce],
  ['docs/exports.md', '{n} minutes is how long a writer can live', Math.max(...timeouts) / minutes],
  ['docs/exports.md', 'Files are deleted after {n} days', audiencesKept],
  ['docs/api.md', 'A revoked key lives at most {n} seconds', authorizerTtl],
  ['docs/decisions/0012-replies-sent-once.md', 'and comes again, {n} times in all', triesOf('send-replies')],
  ['docs/decisions/0017-counts-from-the-ledger.md', 'tried {n} times, then goes to the dead-letter queue', triesOf('count-charges')],
  ['docs/deploy.md', 'replies are tried {n} times and then lie in the dead-letter queue', triesOf('send-replies')],
  ['docs/deploy.md', 'aws lambda update-function-configuration --function-name "$WEBHOOK" --timeout {n}', Number(functionNamed('whatsapp-webhook').properties.Timeout)],
  ['docs/widget.md', 'It is {n} KB gzipped', Math.round(widget.gzipped.length / 1000)],
];

describe('the numbers that the docs promise of the stack', () => {
  test.each(numbers)('%s: %s', (page, says, is) => {
    expect(promised(page, says)).toEqual([is].flat());
  });

  test('docs/runbook.md has every alarm threshold but one, which it names as the usual', () => {
    const page = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    // What is slow is judged by each function's own time (alarms.test.ts), and in the words of the page for the two below.
    const others = ofType('AWS::CloudWatch::Alarm').filter(
      ({ properties }) => properties.Threshold !== 1 && properties.MetricName !== 'Duration',
    );
    const slowest = ofType('AWS::CloudWatch::Alarm').filter(({ properties }) => properties.ExtendedStatistic === 'p99');
    const periods = slowest.map(({ properties }) => [properties.Threshold, properties.EvaluationPeriods]);
    expect(periods.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [1000, 3],
      [1000, 3],
      [10_000, 2],
    ]);
    expect(page).toContain('### Events PublishedLate (ten seconds, p99, for ten minutes)');
    expect(page).toContain('### Checks ChecksSlow, WhatsApp SlowForMeta (a second, for a quarter of an hour)');
    expect(page).toContain('### WhatsApp HeardLate (a minute)');
    expect(page).toContain('### Callbacks Behind (five minutes)');
    expect(page).toContain('goes off at one occurrence unless the table says otherwise');
    const byMetric = Map.groupBy(others, ({ properties }) => String(properties.MetricName));
    const thresholds = [...byMetric].map(([metric, alarms]) => {
      const each = [...new Set(alarms.map(({ properties }) => Number(properties.Threshold)))].sort((a, b) => a - b);
      return [metric, each.length === 1 ? each[0] : each];
    });
    expect(Object.fromEntries(thresholds)).toEqual({
      '5xx': promised('docs/runbook.md', '### API ServerErrors ({n} in five minutes)')[0],
      ReplyFailed: promised('docs/runbook.md', '### Replies ReplyFailed ({n} in five minutes)')[0],
      ReplyTooLate: promised('docs/runbook.md', '### Replies ReplyTooLate ({n} in five minutes)')[0],
      RelayFailed: promised('docs/runbook.md', '### Relay RelayFailed ({n} in five minutes)')[0],
      SignatureRefused: promised('docs/runbook.md', '### WhatsApp SignatureRefused ({n} in five minutes)')[0],
      GateFailedClosed: promised('docs/runbook.md', '### SendGate GateFailedClosed ({n} in five minutes)')[0],
      GateOutcomeUnknown: promised('docs/runbook.md', '### SendGate GateOutcomeUnknown ({n} in five minutes)')[0],
      GateDenied: promised('docs/runbook.md', '### SendGate GateDenied ({n} in five minutes)')[0],
      TwilioRefused: promised('docs/runbook.md', '### Twilio SignatureRefused ({n} in five minutes)')[0],
      'OptLedger-dev-OthersTurnedAway': promised(
        'docs/runbook.md',
        '### API OthersTurnedAway ({n} in five minutes)',
      )[0],
      WriteThrottleEvents: promised('docs/runbook.md', 'ReadsThrottled ({n} in five minutes)')[0],
      ReadThrottleEvents: promised('docs/runbook.md', 'ReadsThrottled ({n} in five minutes)')[0],
      // Seven tenths of the brake, over a period; a minute; of queues two minutes (replies, withdrawals), five (callbacks), a quarter of an hour (charges) and a day (dead letters).
      Invocations: 5000 * 300 * 0.7,
      IteratorAge: 60_000,
      HeardAfter: 60_000,
      PublishedAfter: 10_000,
      ApproximateAgeOfOldestMessage: [2 * 60, 5 * 60, 15 * 60, 24 * 60 * 60],
    });
  });

  test('a reply that is begun has the time to wait for an answer that does not come', () => {
    const slowest = Math.max(metaTimeLimit, smsTimeLimit);
    expect(longestReply).toBeGreaterThan(slowest);
    // One is always begun, and a second one of the same person after it.
    expect(longestReply + slowest).toBeLessThan((timeoutOf('send-replies') - 1) * 1000);
  });

  test('the widget stays far smaller than its decision allows', () => {
    const [most = 0] = promised('docs/decisions/0020-widget-as-a-function.md', 'it is under {n} KB gzipped');
    expect(widget.gzipped.length).toBeLessThan(most * 1000);
  });

  test('docs/deploy.md has every secret that some function may read', () => {
    const page = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
    expect(secrets.size).toBe(promised('docs/runbook.md', '{n} for each stage in Secrets Manager')[0]);
    for (const name of ['identifier-key', 'whatsapp-webhook', 'whatsapp-access']) expect(page).toContain(`/${name}"`);
  });
});
