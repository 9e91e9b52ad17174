import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { consumers } from '../../lambdas/contract/consumers.ts';
import { environment } from '../../lambdas/contract/environment.ts';
import type { Alarms } from './alarms/alarms.ts';
import type { LedgerApi, ProxySettings, Throttle } from './api/ledger-api.ts';
import type { Concurrency } from './functions/concurrency.ts';
import { ConsumerQueue } from './functions/consumer-queue.ts';
import { DeadLetterQueue } from './functions/dead-letter-queue.ts';
import { HouseFunction } from './functions/house-function.ts';
import type { StageSecrets } from './secrets/stage-secrets.ts';
import type { DataTable } from './table/data-table.ts';

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
  readonly chargesQueue: ConsumerQueue;

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
    secrets.grantIdentifierKey(points, table);
    secrets.grantWhatsappAccess(points);
    secrets.grantAppSecrets(points);
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
    secrets.grantIdentifierKey(pages, table);
    if (proxy !== undefined) secrets.grantProxy(pages, proxy.addressHeader);
    pages.addEnvironment(environment.publicUrl, publicUrl);
    api.serve(pages, pageThrottle);

    const deadLetters = new DeadLetterQueue(this, 'ChargesDeadLetters', {
      alarms,
      severity: 'ticket',
      impact: 'Opt-ins and opt-outs are missing in the counts of collection points. Consent is not touched.',
      runbook: 'Read the log of count-charges, mend the cause, and send them back: each is counted once.',
    });
    this.chargesQueue = new ConsumerQueue(this, 'ChargesQueue', {
      consumer: consumers.charges,
      deadLetters,
      // A day of failures and more: nobody has to send back what waited for a table.
      comesAgainAfter: Duration.minutes(3),
      tries: 500,
    });
    const countCharges = new HouseFunction(this, 'CountCharges', 'count-charges', {
      alarms,
      severity: 'ticket',
      impact: 'The counts of collection points stand still, and caps are noticed late. Consent is not touched.',
      runbook: 'Read the log of the function; what was not counted waits in its queue.',
    });
    // States and windows are counted by what was counted of them before.
    table.grant(countCharges, 'BatchGetItem', 'PutItem', 'UpdateItem');
    alarms.add(this, 'ChargesBehind', {
      metric: this.chargesQueue.age(),
      threshold: 15 * 60,
      severity: 'ticket',
      impact: 'The counts of collection points are late; after fourteen days what was not counted is forgotten.',
      runbook: 'Read the log of count-charges; look at the throttles of the table.',
    });
    // One transaction for all that is charged at one point meanwhile; two runs at once hardly meet.
    this.chargesQueue.feed(countCharges, { batchSize: 90, window: Duration.seconds(1), atOnce: 2 });
  }
}

/**
 * Anybody may ask for a page, so none may take the account's share of everything else. A route is one bucket for all apps and points, and
 * whoever comes above it sees a line of JSON that is not ours: what protects one point from another is in the function (`formLimit`).
 */
const pageThrottle: Throttle = { rateLimit: 1000, burstLimit: 2000 };
