import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { deadLettersMetadata } from '../../../lambdas/contract/deployment.ts';
import { area, type Finding } from '../finding.ts';
import type { Stage } from '../stage.ts';

export interface DeadLetterFacts {
  readonly url: string;
  /** Who is hurt when something lies there, as its alarm says. */
  readonly impact: string;
  /** Visible, and taken by somebody just now. */
  readonly messages: number;
}

export const deadLettersArea = area('dead letters', read, (facts: readonly DeadLetterFacts[]) =>
  facts.flatMap(judgeDeadLetters),
);

async function read({ stack, clients }: Stage): Promise<readonly DeadLetterFacts[]> {
  const queues = stack
    .ofType('AWS::SQS::Queue')
    .filter(({ Metadata }) => Metadata?.[deadLettersMetadata] !== undefined);
  return Promise.all(
    queues.map(async ({ physicalId: url, Metadata }) => {
      const { Attributes = {} } = await clients.sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: url,
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      const messages =
        Number(Attributes.ApproximateNumberOfMessages ?? 0) +
        Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0);
      return { url, impact: String(Metadata?.[deadLettersMetadata]), messages };
    }),
  );
}

/** Whether something lies where nothing should. A queue that nobody touches may stop telling its alarm. */
export function judgeDeadLetters({ url, impact, messages }: DeadLetterFacts): readonly Finding[] {
  if (messages === 0) return [];
  const name = url.split('/').at(-1) ?? url;
  return [
    {
      severity: 'broken',
      what: `About ${messages} ${messages === 1 ? 'message lies' : 'messages lie'} in ${name}; after fourteen days they are gone.`,
      hurt: impact,
      todo: 'docs/runbook.md, Dead-letter queues: what each kind is, and how it is given back.',
    },
  ];
}
