import { consumers } from '../../lambdas/contract/consumers.ts';
import { environment } from '../../lambdas/contract/environment.ts';
import type { FunctionName } from '../../lambdas/contract/routes.ts';
import { awsCall, elements } from './aws-call.ts';
import type { Stage } from './stage.ts';

interface Edge {
  readonly from: string;
  /** ARN of the queue that takes what cannot be delivered. */
  readonly queue: string | undefined;
}

/**
 * Every asynchronous edge of a stage leads, when it fails, to a queue that exists. Gives how many; rejects with the edge
 * that does not. The emulator forgets the queue of a function itself (docs/emulated-aws.md): that one is judged in the template.
 */
export async function checkDeadLetters(stage: Stage): Promise<number> {
  const exports = await functionConfiguration(await stage.functionName('exports'));
  const edges: readonly Edge[] = [
    { from: 'schedules of exports', queue: exports.Environment?.Variables?.[environment.scheduleDeadLetterArn] },
    ...(await subscriptionEdges(stage)),
    ...(await mappingEdges(await stage.functionName('relay'))),
    ...(await queueEdges(stage)),
  ];
  const queues = await queueNames();
  for (const { from, queue } of edges) {
    if (queue === undefined) throw new Error(`What ${from} cannot deliver is lost: there is no dead-letter queue.`);
    if (!queues.includes(queue.split(':').at(-1) ?? ''))
      throw new Error(`What ${from} cannot deliver goes to ${queue}, but there is no such queue.`);
  }
  return edges.length;
}

interface Configuration {
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> };
}

async function functionConfiguration(name: string): Promise<Configuration> {
  const path = `/2015-03-31/functions/${encodeURIComponent(name)}/configuration`;
  return JSON.parse((await awsCall({ service: 'lambda', method: 'GET', path })).text) as Configuration;
}

async function mappingEdges(functionName: string): Promise<readonly Edge[]> {
  const { text } = await awsCall({ service: 'lambda', method: 'GET', path: '/2015-03-31/event-source-mappings/' });
  const { EventSourceMappings } = JSON.parse(text) as {
    EventSourceMappings: { FunctionArn: string; DestinationConfig?: { OnFailure?: { Destination?: string } } }[];
  };
  const own = EventSourceMappings.filter(({ FunctionArn }) => FunctionArn.endsWith(`:${functionName}`));
  if (own.length !== 1) throw new Error(`The table's stream has ${own.length} mappings to the relay, not one.`);
  return own.map(({ DestinationConfig }) => ({
    from: "the table's stream",
    queue: DestinationConfig?.OnFailure?.Destination,
  }));
}

/** The queues that are filled, by the environment of who fills them, and where they leave what cannot be dealt with. */
async function queueEdges(stage: Stage): Promise<readonly Edge[]> {
  const variablesOf = async (name: FunctionName) =>
    (await functionConfiguration(await stage.functionName(name))).Environment?.Variables ?? {};
  const variables = { ...(await variablesOf('relay')), ...(await variablesOf('publish-events')) };
  const filled = [
    ...Object.entries(consumers).map(([name, { queueUrl }]) => [name, queueUrl] as const),
    ['withdrawals', environment.withdrawalsQueueUrl] as const,
    ['deliveries', environment.deliveriesQueueUrl] as const,
    ['noes to deliver', environment.noDeliveriesQueueUrl] as const,
  ];
  return Promise.all(
    filled.map(async ([name, queueUrl]) => {
      const form = { Action: 'GetQueueAttributes', Version: '2012-11-05', QueueUrl: variables[queueUrl] ?? '' };
      const { text } = await awsCall({ service: 'sqs', form: { ...form, 'AttributeName.1': 'RedrivePolicy' } });
      const [policy = '{}'] = /\{[^{}]*deadLetterTargetArn[^{}]*\}/.exec(elements(text, 'Value').join('\n')) ?? [];
      return {
        from: `the queue of ${name}`,
        queue: (JSON.parse(policy) as { deadLetterTargetArn?: string }).deadLetterTargetArn,
      };
    }),
  );
}

async function subscriptionEdges(stage: Stage): Promise<readonly Edge[]> {
  const ask = (Action: string, more: Readonly<Record<string, string>>) =>
    awsCall({ service: 'sns', form: { Action, Version: '2010-03-31', ...more } });
  const { text } = await ask('ListSubscriptionsByTopic', { TopicArn: stage.commands.exported('SMS_TOPIC') });
  const subscriptions = elements(text, 'SubscriptionArn');
  if (subscriptions.length === 0) throw new Error('The topic of inbound SMS reaches no function.');
  return Promise.all(
    subscriptions.map(async (SubscriptionArn) => {
      const [policy] = /\{[^{}]*deadLetterTargetArn[^{}]*\}/.exec(
        elements((await ask('GetSubscriptionAttributes', { SubscriptionArn })).text, 'value').join('\n'),
      ) ?? ['{}'];
      const { deadLetterTargetArn } = JSON.parse(policy) as { deadLetterTargetArn?: string };
      return { from: 'the topic of inbound SMS', queue: deadLetterTargetArn };
    }),
  );
}

async function queueNames(): Promise<readonly string[]> {
  const { text } = await awsCall({ service: 'sqs', form: { Action: 'ListQueues', Version: '2012-11-05' } });
  return elements(text, 'QueueUrl').map((url) => url.split('/').at(-1) ?? '');
}
