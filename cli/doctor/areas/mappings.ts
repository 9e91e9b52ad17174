import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { functionMetadata, outputs } from '../../../lambdas/contract/deployment.ts';
import { area, type Finding } from '../finding.ts';
import type { Stage } from '../stage.ts';

/** What hands events to a function: the table's stream, or a queue. */
export interface MappingFacts {
  readonly uuid: string;
  /** The function, as docs call it. */
  readonly to: string;
  readonly from: string;
  /** `Enabled`, `Disabled`, or on the way to one of them. */
  readonly state: string;
  /** What Lambda says of the last batch, e.g. `OK`, `No records processed`, `PROBLEM: …`. */
  readonly lastResult: string;
  /** A stream that is not the one that the table writes to now. */
  readonly isOldStream: boolean;
}

export const mappingsArea = area('events', read, (facts: readonly MappingFacts[]) => facts.flatMap(judgeMapping));

async function read({ stack, clients }: Stage): Promise<readonly MappingFacts[]> {
  const { Table } = await clients.dynamodb.send(
    new DescribeTableCommand({ TableName: stack.output(outputs.tableName) }),
  );
  const nameOf = (physicalName: string): string => {
    const found = stack.ofType('AWS::Lambda::Function').find(({ physicalId }) => physicalId === physicalName);
    return String(found?.Metadata?.[functionMetadata] ?? physicalName);
  };
  return Promise.all(
    stack.ofType('AWS::Lambda::EventSourceMapping').map(async ({ physicalId: uuid }) => {
      const found = await clients.lambda.send(new GetEventSourceMappingCommand({ UUID: uuid }));
      const {
        EventSourceArn: from = '',
        FunctionArn = '',
        State: state = '',
        LastProcessingResult: lastResult = '',
      } = found;
      const isStream = from.includes('/stream/');
      return {
        uuid,
        to: nameOf(lastPart(FunctionArn)),
        from: isStream ? "the table's stream" : `the queue ${lastPart(from)}`,
        state,
        lastResult,
        isOldStream: isStream && from !== Table?.LatestStreamArn,
      };
    }),
  );
}

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** Whether what people said is handed on, to replies and to counts. */
export function judgeMapping(facts: MappingFacts): readonly Finding[] {
  const { uuid, to, from, state, lastResult, isOldStream } = facts;
  if (isOldStream) {
    return [
      {
        severity: 'broken',
        what: `${to} listens to a stream that the table does not write to any more.`,
        hurt: 'People get no confirmation of their STOP, and nothing is counted. What they say is recorded.',
        todo: 'Deploy again with -c tableArn=… -c tableStreamArn=…, the stream that aws dynamodb describe-table shows.',
      },
    ];
  }
  if (state !== 'Enabled') {
    const isComing = state === 'Creating' || state === 'Enabling' || state === 'Updating';
    return [
      {
        severity: isComing ? 'note' : 'broken',
        what: `What ${from} has for ${to} is not handed over: the mapping is ${state.toLowerCase() || 'in no known state'}.`,
        hurt: 'People get no confirmation of their STOP, or nothing is counted; after a day the stream forgets what waits.',
        todo: isComing ? 'Ask again in a minute.' : `aws lambda update-event-source-mapping --enabled --uuid ${uuid}`,
      },
    ];
  }
  if (/problem|fail|error|denied/i.test(lastResult) && !/^ok\b/i.test(lastResult)) {
    return [
      {
        severity: 'broken',
        what: `${to} could not take the last batch of ${from} (${lastResult}).`,
        hurt: 'People wait for the confirmation of their STOP, or counts stand still.',
        todo: `Read the log of ${to}; docs/runbook.md, Functions that fail.`,
      },
    ];
  }
  return [];
}
