import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { databaseClient } from '../../../dev/storage/database.ts';
import { toLambdaRecord } from '../../../dev/stream/stream-record.ts';
import type { LedgerBench } from '../ledger/ledger-bench.ts';

/** Everything that the stream of a small test table has said so far, as Lambda hands it on. */
export async function streamOf({
  table,
  endpoint,
}: Pick<LedgerBench, 'table' | 'endpoint'>): Promise<DynamoDBRecord[]> {
  const client = databaseClient(endpoint);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table.tableName }));
  const { region, credentials } = client.config;
  const streams = new DynamoDBStreamsClient({ endpoint, region, credentials });
  const StreamArn = Table?.LatestStreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const records: DynamoDBRecord[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let { ShardIterator } = await streams.send(new GetShardIteratorCommand(start));
    while (ShardIterator !== undefined) {
      const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator }));
      records.push(...Records.map(toLambdaRecord));
      ShardIterator = Records.length === 0 ? undefined : NextShardIterator;
    }
  }
  return records;
}
