import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { localAccount, localRegion } from '../template/template.ts';

/** A record as Lambda passes it on. The embedded database marks deletions by TTL, but in its own spelling. */
export function toLambdaRecord(record: _Record): DynamoDBRecord {
  const plain = JSON.parse(
    JSON.stringify(record, function (this: Record<string, unknown>, key, value) {
      const raw = this[key];
      return raw instanceof Uint8Array ? Buffer.from(raw).toString('base64') : value;
    }),
  ) as DynamoDBRecord;
  const created = record.dynamodb?.ApproximateCreationDateTime;
  return {
    ...plain,
    eventSource: 'aws:dynamodb',
    awsRegion: localRegion,
    eventSourceARN: `arn:aws:dynamodb:${localRegion}:${localAccount}:table/local/stream/local`,
    dynamodb: {
      ...plain.dynamodb,
      ...(created !== undefined && { ApproximateCreationDateTime: Math.floor(created.getTime() / 1000) }),
    },
    ...(record.userIdentity !== undefined && {
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    }),
  } as DynamoDBRecord;
}
