import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { table } from '../../../../lambdas/contract/table.ts';
import { synthesise } from '../../synthesised-stack.ts';

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

describe('the parameter that says that a stage has a table', () => {
  const tableArn = 'arn:aws:dynamodb:eu-west-1:111122223333:table/restored';
  const adopted = synthesise({ tableArn, tableStreamArn: `${tableArn}/stream/2026-11-20T10:00:00.000` });
  const marker = 'AWS::SSM::Parameter';

  test('has a name of the stage that says what to do: a second one cannot be made', () => {
    for (const stage of ['dev', 'prod']) {
      const { properties } = synthesise({ stage }).only(marker);
      expect(properties.Name).toBe(`/optledger/${stage}/table-is-kept-so-deploy-with-tableArn`);
    }
  });

  test('comes before the table, and is kept as the table is', () => {
    const [{ id } = { id: '' }] = ofType(marker);
    template.hasResource(marker, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    template.hasResource(type, { DependsOn: [id] });
  });

  test('is not made where a table is taken over: it may be there', () => {
    expect(adopted.ofType(marker)).toEqual([]);
  });
});
