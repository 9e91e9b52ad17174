import { join } from 'node:path';
import type { PublishedEvent } from '../../../dev/events/event-bus.ts';
import { keptList } from '../../../dev/machine/kept-file.ts';
import { eventSource } from '../../../lambdas/contract/deployment.ts';
import type { JourneySettings } from './settings.ts';

/** Whoever has a rule on the bus of the stage: all events of one app that were put since, oldest first. */
export type BusListener = () => Promise<readonly PublishedEvent['detail'][]>;

/**
 * Listens to the events of an app: on local mode by the list that its bus is; on AWS by a rule and a queue of their own, as docs/events.md
 * shows them. Undefined when the target names no bus.
 */
export function busListener(settings: JourneySettings): ((appId: string) => Promise<BusListener>) | undefined {
  const { local, eventBusName } = settings;
  if (local !== undefined) {
    const list = keptList<PublishedEvent>(join(local.dataFolder, 'events.jsonl'));
    const ofApp = (appId: string) => list.all().filter(({ detail }) => detail.appId === appId);
    return async (appId) => async () => ofApp(appId).map(({ detail }) => detail);
  }
  if (eventBusName === undefined) return undefined;
  return (appId) => queueOfApp(eventBusName, appId);
}

async function queueOfApp(busName: string, appId: string): Promise<BusListener> {
  const { EventBridgeClient, PutRuleCommand, PutTargetsCommand } = await import('@aws-sdk/client-eventbridge');
  const sqs = await import('@aws-sdk/client-sqs');
  const events = new EventBridgeClient();
  const queues = new sqs.SQSClient({ useQueueUrlAsEndpoint: false });
  const name = `listens-to-${appId}`;
  const { QueueUrl } = await queues.send(new sqs.CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await queues.send(
    new sqs.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Arn = Attributes?.QueueArn ?? '';
  const allowed = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: Arn,
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [allowed] });
  await queues.send(new sqs.SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const EventPattern = JSON.stringify({ source: [eventSource], detail: { appId: [appId] } });
  await events.send(new PutRuleCommand({ EventBusName: busName, Name: name, EventPattern }));
  await events.send(new PutTargetsCommand({ EventBusName: busName, Rule: name, Targets: [{ Id: 'queue', Arn }] }));
  const seen: PublishedEvent['detail'][] = [];
  return async () => {
    for (;;) {
      const { Messages = [] } = await queues.send(
        new sqs.ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
      );
      if (Messages.length === 0) return seen;
      for (const { Body, ReceiptHandle } of Messages) {
        seen.push((JSON.parse(Body ?? '') as PublishedEvent).detail);
        await queues.send(new sqs.DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
}
