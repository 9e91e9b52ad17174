import { RemovalPolicy } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { environment } from '../../lambdas/contract/environment.ts';
import { ratePrefix, table as schema } from '../../lambdas/contract/table.ts';
import { type Alarms, alarmPeriod } from './alarms.ts';
import type { HouseFunction } from './house-function.ts';

export interface DataTableProps {
  /** A table that was restored, or kept by a stack that is gone. @default - a new one */
  readonly adopted?: { readonly tableArn: string; readonly tableStreamArn: string } | undefined;
  /** Write and read units a second for which the table is ready from the first moment. @default - what DynamoDB begins with: 4,000 and 12,000 */
  readonly warmWrites?: number | undefined;
  readonly warmReads?: number | undefined;
}

/** A transaction needs the actions of its parts; ConditionCheckItem is a part that only checks. Nothing ever scans. */
type Operation = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** The one table. Each `grant…` method gives a function the table's name and the permission together. */
export class DataTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, props: DataTableProps & { readonly alarms: Alarms }) {
    super(scope, id);
    this.table =
      props.adopted === undefined ? this.newTable(props) : TableV2.fromTableAttributes(this, 'Adopted', props.adopted);
    this.watch(props.alarms);
  }

  private newTable({ warmWrites, warmReads }: DataTableProps): TableV2 {
    const { usersIndex } = schema;
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    return new TableV2(this, 'Table', {
      partitionKey: text(schema.partitionKey),
      sortKey: text(schema.sortKey),
      billing: Billing.onDemand(),
      warmThroughput:
        warmWrites === undefined && warmReads === undefined
          ? undefined
          : { writeUnitsPerSecond: warmWrites, readUnitsPerSecond: warmReads },
      timeToLiveAttribute: schema.ttl,
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      // Kept for ever once it was there; a first deployment that fails leaves nothing behind.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
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

  /** A table that is throttled makes everything late, a STOP among it; the functions answer 503 and nothing else shows why. */
  private watch(alarms: Alarms): void {
    const throttled = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: this.table.tableName },
        statistic: 'Sum',
        period: alarmPeriod,
      });
    const meaning = {
      severity: 'page',
      threshold: 10,
      runbook:
        'See "The table is throttled": is it one app, an import, or the table as a whole? Slow down what is new.',
    } as const;
    alarms.add(this, 'WritesThrottled', {
      ...meaning,
      metric: throttled('WriteThrottleEvents'),
      impact: 'Opt-ins and STOPs are answered 503 or late; Meta and SNS repeat theirs, other callers may give up.',
    });
    alarms.add(this, 'ReadsThrottled', {
      ...meaning,
      metric: throttled('ReadThrottleEvents'),
      impact: 'Checks and lists are answered 503 or late; senders that do not ask go on sending.',
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

  /** Counting calls of keys, for functions that may update nothing else; together with another grant. */
  grantRate(fn: HouseFunction): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:UpdateItem'],
        resources: [this.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${ratePrefix}*`] } },
      }),
    );
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
