import { type CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { audited } from '../../../lambdas/contract/audited.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import { routes } from '../../../lambdas/contract/routes.ts';
import { eventsMark, owedMark, ratePrefix, table as schema } from '../../../lambdas/contract/table.ts';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import { ledgerMetric } from '../alarms/ledger-metric.ts';
import type { HouseFunction } from '../functions/house-function.ts';
import { StageKey } from '../secrets/stage-key.ts';
import { tableMarker } from './table-marker.ts';

/** What of the table differs from stage to stage. */
export interface TableSettings {
  /** A table that was restored, or kept by a stack that is gone. @default - a new one */
  readonly adopted?: { readonly tableArn: string; readonly tableStreamArn: string } | undefined;
  /** Write and read units a second for which the table is ready from the first moment. @default - what DynamoDB begins with: 4,000 and 12,000 */
  readonly warmWrites?: number | undefined;
  readonly warmReads?: number | undefined;
}

export interface DataTableProps extends TableSettings {
  readonly stage: string;
  readonly alarms: Alarms;
}

/** What DynamoDB does with the key of the table for whoever writes. */
const toWrite = ['Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'] as const;

/** A transaction needs the actions of its parts; ConditionCheckItem is a part that only checks. Nothing ever scans. */
const everything = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
] as const;
type Operation = (typeof everything)[number];

/** Who may see API keys: who makes them, and who checks them. */
const checkKeys: ReadonlySet<string> = new Set(['admin', 'authorizer', 'gate', 'gupshup']);

/** The functions whose routes are kept in the audit list. */
const auditing = new Set(
  routes.filter(({ method, path }) => `${method} ${path}` in audited).map(({ handler }) => handler),
);

/** The one table. Each `grant…` method gives a function the table's name and the permission together. */
export class DataTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, props: DataTableProps) {
    super(scope, id);
    this.table =
      props.adopted === undefined ? this.newTable(props) : TableV2.fromTableAttributes(this, 'Adopted', props.adopted);
    this.watch(props.alarms);
  }

  private newTable({ stage, warmWrites, warmReads }: DataTableProps): TableV2 {
    const { usersIndex } = schema;
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    const table = new TableV2(this, 'Table', {
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
    const { key } = StageKey.of(this);
    if (key !== undefined) {
      // By hand, because TableV2 wants to know the region while it is synthesised.
      const resource = table.node.defaultChild as CfnResource;
      resource.addPropertyOverride('SSESpecification', { SSEEnabled: true, SSEType: 'KMS' });
      resource.addPropertyOverride('Replicas.0.SSESpecification', { KMSMasterKeyId: key.keyArn });
    }
    // Before it: where an earlier stack of the stage left a table, nothing new is made.
    table.node.addDependency(tableMarker(this, stage));
    return table;
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
    alarms.add(this, 'WrongIdentifierKey', {
      metric: ledgerMetric(this, metrics.wrongIdentifierKey),
      severity: 'page',
      impact: 'Nothing is answered or recorded: the identifier key is not the one with which the table was made.',
      runbook: 'Put the right key back into its secret; nothing else has to be done. Never write a new one.',
    });
  }

  /** What the stores of the function do, and no more: `npm run test:deployed` takes each away and sees something fail. */
  grant(fn: HouseFunction, ...operations: readonly Operation[]): void {
    // By hand, because the table's own grants add every index and actions that nothing here uses.
    const actions = operations.map((operation) => `dynamodb:${operation}`);
    fn.addEnvironment(environment.tableName, this.table.tableName);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn] }));
    this.denyForeign(fn);
    // DynamoDB opens the key of the table in the name of whoever asks (DynamoDB, "Authorizing use of your customer managed key").
    const writes = operations.some((operation) => /^(Put|Update|Delete)/.test(operation));
    StageKey.of(this).grant(fn, 'dynamodb', 'Decrypt', 'DescribeKey', ...(writes ? toWrite : []));
  }

  /**
   * One table holds everything, and anybody can reach pages: so API keys and people who sign in are for who makes and checks them, settings
   * of apps are written by who is asked to, and what is in the audit list stays there, whatever else a function may do.
   */
  private denyForeign(fn: HouseFunction): void {
    const deny = (actions: readonly Operation[], partitions: readonly string[]) =>
      fn.addToRolePolicy(
        new PolicyStatement({
          effect: Effect.DENY,
          actions: actions.map((operation) => `dynamodb:${operation}`),
          resources: [this.table.tableArn],
          conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': partitions } },
        }),
      );
    if (!checkKeys.has(fn.handlerName)) deny(everything, ['KEYS', 'KEYS#*', 'PEOPLE#*']);
    if (fn.handlerName !== 'admin') deny(['PutItem', 'UpdateItem', 'DeleteItem'], ['APPS']);
    const kept = everything.filter(
      (operation) =>
        !(operation === 'PutItem' && auditing.has(fn.handlerName)) &&
        !(operation === 'Query' && fn.handlerName === 'admin'),
    );
    deny(kept, ['AUDIT#*']);
  }

  /** Recording what people say: the ledger, the state and all that hangs on it, in one transaction. */
  grantRecord(fn: HouseFunction): void {
    this.grant(fn, 'GetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem');
  }

  /** Putting rows of events, or marking them: for functions that may write nothing else. */
  grantEvents(fn: HouseFunction, operation: 'PutItem' | 'UpdateItem'): void {
    fn.addEnvironment(environment.tableName, this.table.tableName);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: [`dynamodb:${operation}`],
        resources: [this.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`*${eventsMark}*`] } },
      }),
    );
    this.denyForeign(fn);
    StageKey.of(this).grant(fn, 'dynamodb', 'Decrypt', 'DescribeKey', ...toWrite);
  }

  /** For who sends to addresses that others choose: it may touch what is owed and to whom, and nothing of people. */
  grantDelivering(fn: HouseFunction): void {
    fn.addEnvironment(environment.tableName, this.table.tableName);
    const partitions = ['*#B', `*${owedMark}*`, `*${eventsMark}*`, 'DUE#*', 'CALLBACKS', 'STAGE'];
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: (['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] as const).map(
          (operation) => `dynamodb:${operation}`,
        ),
        resources: [this.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
      }),
    );
    this.denyForeign(fn);
    StageKey.of(this).grant(fn, 'dynamodb', 'Decrypt', 'DescribeKey', ...toWrite);
  }

  /** Owing events to callback addresses, for who may put nothing else. Together with another grant. */
  grantOwed(fn: HouseFunction): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:PutItem'],
        resources: [this.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`*${owedMark}*`] } },
      }),
    );
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
    StageKey.of(this).grant(fn, 'dynamodb', 'Decrypt', 'DescribeKey', ...toWrite);
  }

  /**
   * For the gate, which anybody can reach and which checks keys itself: people who sign in are not for it, and of all that its operations
   * could write it may write decisions, and count calls and uses of keys. Together with another grant.
   */
  grantKeyCheck(fn: HouseFunction): void {
    const deny = (operations: readonly Operation[], operator: string, partitions: readonly string[]) =>
      fn.addToRolePolicy(
        new PolicyStatement({
          effect: Effect.DENY,
          actions: operations.map((operation) => `dynamodb:${operation}`),
          resources: [this.table.tableArn],
          conditions: { [`ForAnyValue:${operator}`]: { 'dynamodb:LeadingKeys': partitions } },
        }),
      );
    deny(everything, 'StringLike', ['PEOPLE#*']);
    deny(['PutItem'], 'StringNotLike', ['*#D#*']);
    deny(['UpdateItem'], 'StringNotLike', ['KEYS', 'KEYS#*', `${ratePrefix}*`]);
  }

  /**
   * For a function that checks keys itself and records what people say besides: no key is made, taken away or overwritten by it, and people who
   * sign in are not for it. Together with other grants.
   */
  grantKeyCheckBesideRecording(fn: HouseFunction): void {
    const deny = (operations: readonly Operation[], partitions: readonly string[]) =>
      fn.addToRolePolicy(
        new PolicyStatement({
          effect: Effect.DENY,
          actions: operations.map((operation) => `dynamodb:${operation}`),
          resources: [this.table.tableArn],
          conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': partitions } },
        }),
      );
    deny(everything, ['PEOPLE#*']);
    deny(['PutItem', 'DeleteItem'], ['KEYS', 'KEYS#*']);
  }

  /** Listing users and kept windows, and seeing by whoever is there which key the table was made with; together with another grant. */
  grantUsersIndex(fn: HouseFunction): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [`${this.table.tableArn}/index/${schema.usersIndex.name}`],
      }),
    );
  }
}
