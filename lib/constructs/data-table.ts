import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { environment } from '../../lambdas/contract/environment.ts';
import { table as schema } from '../../lambdas/contract/table.ts';
import type { HouseFunction } from './house-function.ts';

/** A transaction needs the actions of its parts; ConditionCheckItem is a part that only checks. Nothing ever scans. */
type Operation = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** The one table. Each `grant…` method gives a function the table's name and the permission together. */
export class DataTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { usersIndex } = schema;
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(schema.partitionKey),
      sortKey: text(schema.sortKey),
      billing: Billing.onDemand(),
      timeToLiveAttribute: schema.ttl,
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: [
        {
          indexName: usersIndex.name,
          partitionKey: text(usersIndex.partitionKey),
          sortKey: text(usersIndex.sortKey),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  /** What the stores of the function do, and no more: `npm run test:deployed` takes each away and sees something fail. */
  grant(fn: HouseFunction, ...operations: readonly Operation[]): void {
    // By hand, because the table's own grants add every index and actions that nothing here uses.
    const actions = operations.map((operation) => `dynamodb:${operation}`);
    fn.addEnvironment(environment.tableName, this.table.tableName);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn] }));
  }

  /** Recording what people say: the ledger, the state and all that hangs on it, in one transaction. */
  grantRecord(fn: HouseFunction): void {
    this.grant(fn, 'GetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem');
  }

  /** Listing users and kept windows; together with another grant. */
  grantUsersIndex(fn: HouseFunction): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [`${this.table.tableArn}/index/${schema.usersIndex.name}`],
      }),
    );
  }
}
