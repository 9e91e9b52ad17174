import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { environment } from '../../lambdas/contract/environment.ts';
import { chargedAttribute } from '../../lambdas/contract/table.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { DataTable } from './data-table.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { HouseFunction } from './house-function.ts';
import type { LedgerApi, ProxySettings, Throttle } from './ledger-api.ts';
import type { StageSecrets } from './stage-secrets.ts';
import { streamAge } from './stream-age.ts';

export interface CollectionProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Base URL of Meta's Graph API with its version. */
  readonly graphUrl: string;
  readonly proxy: ProxySettings | undefined;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** The ways in that people see: notices, collection points with their links and QR codes, the public pages, and what is counted there. */
export class Collection extends Construct {
  constructor(scope: Construct, id: string, props: CollectionProps) {
    super(scope, id);
    const { table, secrets, api, alarms, concurrency, graphUrl, publicUrl, proxy } = props;

    const notices = new HouseFunction(this, 'Notices', 'notices', {
      alarms,
      severity: 'ticket',
      impact: 'Notices can be neither published nor read by API. Pages go on showing what is published.',
      runbook: 'Read the log of the function; look at throttling of the table.',
    });
    table.grant(notices, 'GetItem', 'PutItem', 'UpdateItem', 'Query');
    api.serve(notices);

    const points = new HouseFunction(this, 'Points', 'points', {
      alarms,
      severity: 'ticket',
      impact: 'Links, QR codes and personal links cannot be made or changed. Those that exist go on working.',
      runbook: 'Read the log of the function; a refusal of Meta shows there with its status.',
    });
    table.grant(points, 'GetItem', 'BatchGetItem', 'PutItem', 'Query');
    table.grantRate(points);
    secrets.grantIdentifierKey(points);
    secrets.grantWhatsappAccess(points);
    points.addEnvironment(environment.graphUrl, graphUrl);
    points.addEnvironment(environment.publicUrl, publicUrl);
    api.serve(points);

    const pages = new HouseFunction(this, 'Pages', 'pages', {
      alarms,
      reserved: concurrency.of('pages'),
      severity: 'page',
      memory: 1024,
      impact: 'People who scan, click or open their preferences see an error: they can neither opt in nor stop there.',
      runbook: 'Read the log of the function; until it is mended people can stop by STOP on WhatsApp and SMS.',
    });
    table.grantRecord(pages);
    // A person with several windows is read at once; visits and forms are counted.
    table.grant(pages, 'BatchGetItem', 'UpdateItem');
    secrets.grantIdentifierKey(pages);
    if (proxy !== undefined) secrets.grantProxy(pages, proxy.addressHeader);
    pages.addEnvironment(environment.publicUrl, publicUrl);
    api.serve(pages, pageThrottle);

    const deadLetters = new DeadLetterQueue(this, 'ChargesDeadLetters', {
      alarms,
      severity: 'ticket',
      impact: 'Opt-ins and opt-outs are missing in the counts of collection points. Consent is not touched.',
      runbook: 'Read the log of count-charges, mend the cause, and replay the records: each is counted once.',
    });
    const countCharges = new HouseFunction(this, 'CountCharges', 'count-charges', {
      alarms,
      severity: 'ticket',
      impact: 'The counts of collection points stand still, and caps are noticed late. Consent is not touched.',
      runbook: 'Read the log of the function; the stream is read on from where it stopped.',
    });
    table.grant(countCharges, 'PutItem', 'UpdateItem');
    alarms.add(this, 'ChargesBehind', {
      metric: streamAge(countCharges),
      threshold: 15 * 60_000,
      severity: 'ticket',
      impact: 'The counts of collection points are late; after a day the stream forgets what was not counted.',
      runbook: 'Read the log of count-charges; look at the throttles of the table.',
    });
    deadLetters.grantFill(countCharges);
    countCharges.addEventSource(
      new DynamoEventSource(table.table, {
        // Only new ledger entries that charge a collection point wake the function.
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { NewImage: { [chargedAttribute]: { BOOL: FilterRule.isEqual(true) } } },
          }),
        ],
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        maxBatchingWindow: Duration.seconds(1),
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 5,
        onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
      }),
    );
  }
}

/**
 * Anybody may ask for a page, so none may take the account's share of everything else. A route is one bucket for all apps and points, and
 * whoever comes above it sees a line of JSON that is not ours: what protects one point from another is in the function (`formLimit`).
 */
const pageThrottle: Throttle = { rateLimit: 1000, burstLimit: 2000 };
