import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { table } from '../../../lambdas/contract/table.ts';
import { synthesise } from '../synthesised-stack.ts';

const { template, ofType } = synthesise();
const type = 'AWS::DynamoDB::GlobalTable';

describe('the table', () => {
  test('is the only one, and outlives its stack', () => {
    expect(ofType(type)).toHaveLength(1);
    template.hasResource(type, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  test('can be restored to any second, and not be deleted by mistake', () => {
    template.hasResourceProperties(type, {
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    });
  });

  test('is paid by request', () => {
    template.hasResourceProperties(type, { BillingMode: 'PAY_PER_REQUEST' });
  });

  test('has the keys, the TTL attribute and the one index of the contract', () => {
    const { usersIndex } = table;
    template.hasResourceProperties(type, {
      KeySchema: [
        { AttributeName: table.partitionKey, KeyType: 'HASH' },
        { AttributeName: table.sortKey, KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: table.ttl, Enabled: true },
      GlobalSecondaryIndexes: [
        {
          IndexName: usersIndex.name,
          KeySchema: [
            { AttributeName: usersIndex.partitionKey, KeyType: 'HASH' },
            { AttributeName: usersIndex.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });

  test('tells its stream what an item was and is', () => {
    template.hasResourceProperties(type, { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } });
  });
});
