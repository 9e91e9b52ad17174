import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import { ledgerMetric } from '../alarms/ledger-metric.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';

export interface WhatsappWebhookProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Deliveries of Meta that are taken in a second. */
  readonly perSecond: number;
  /** After how many hours without a delivery somebody is woken. @default - never */
  readonly silenceHours?: number | undefined;
}

/** What people do on WhatsApp, as Meta tells it. */
export class WhatsappWebhook extends Construct {
  constructor(scope: Construct, id: string, props: WhatsappWebhookProps) {
    super(scope, id);
    const { table, secrets, api, alarms, concurrency, perSecond, silenceHours } = props;
    const webhook = new HouseFunction(this, 'Webhook', 'whatsapp-webhook', {
      alarms,
      reserved: concurrency.of('whatsapp-webhook'),
      severity: 'page',
      // API Gateway waits 30 seconds; a POST may hold 1,000 changes.
      timeout: Duration.seconds(29),
      memory: 1024,
      impact: 'STOPs and messages on WhatsApp are not recorded until Meta repeats them, and are lost after days.',
      runbook: 'Read the log of the function; nothing needs replaying while Meta still repeats.',
    });
    table.grantRecord(webhook);
    // Windows, and what only a payload of the provider does: joining two people, moving one to another number.
    table.grant(webhook, 'BatchGetItem', 'UpdateItem');
    secrets.grantIdentifierKey(webhook, table);
    secrets.grantWhatsappWebhook(webhook);
    // One delivery may carry one status: three a message, and the answers. HTTP APIs take no more than the account's quota anyway.
    api.serve(webhook, { rateLimit: perSecond, burstLimit: perSecond });

    alarms.add(this, 'NearlyTooMany', {
      metric: webhook.metricInvocations({ period: alarmPeriod }),
      threshold: Math.floor(perSecond * alarmPeriod.toSeconds() * 0.7),
      severity: 'ticket',
      impact:
        'Meta delivers almost as much as is let through; above it STOPs are turned away and come again much later.',
      runbook: 'Raise webhooksPerSecond and the quotas behind it before the next campaign.',
    });
    alarms.add(this, 'SlowForMeta', {
      metric: webhook.metricDuration({ period: alarmPeriod, statistic: 'p99' }),
      // Meta wants an answer within a second for 99 of 100 deliveries, and delivers later where it has to wait for more.
      threshold: 1000,
      // One new environment alone may take that long.
      inARow: 3,
      severity: 'ticket',
      impact: 'Meta waits for answers longer than it wants to, and may deliver STOPs later for it.',
      runbook:
        'Look at the durations and throttles of the function and of the table; starts of new environments count.',
    });
    if (silenceHours !== undefined) {
      alarms.add(this, 'Silent', {
        metric: webhook.metricInvocations({ period: Duration.hours(1) }),
        silentPeriods: silenceHours,
        severity: 'page',
        impact: 'Meta delivers nothing: STOPs on WhatsApp do not arrive, and nothing else would show it.',
        runbook: 'See "Silence": the subscription, the callback URL, the app in Meta, the domain and its certificate.',
      });
    }

    alarms.add(this, 'HeardLate', {
      metric: ledgerMetric(this, metrics.heardAfter).with({ statistic: 'p90' }),
      threshold: Duration.minutes(1).toMilliseconds(),
      severity: 'page',
      impact:
        'Noes by WhatsApp and SMS are stored a minute and more after they were said; until then people get messages.',
      runbook:
        'Did Meta repeat what was turned away or answered 5xx before? Else look at throttles and at Meta itself.',
    });
    alarms.add(this, 'UnreadableKept', {
      metric: ledgerMetric(this, metrics.unreadableKept),
      severity: 'page',
      impact: 'Something that Meta signed could not be read and was kept aside; a STOP may be in it.',
      runbook: 'Look with optledger aside list, teach the parser, and hear it again with optledger aside retry.',
    });
    alarms.add(this, 'UnknownNumberKept', {
      metric: ledgerMetric(this, metrics.unknownNumberKept),
      severity: 'ticket',
      impact: 'People write to a number that no app has, by WhatsApp or SMS; what they say is kept aside, a STOP too.',
      runbook: 'Add the number to its app, or take it off the account; then optledger aside retry hears it all again.',
    });
    alarms.add(this, 'WebhookLost', {
      metric: ledgerMetric(this, metrics.webhookLost),
      severity: 'page',
      impact: 'Meta says that it lost a webhook (131035): a STOP may be gone for ever.',
      runbook: 'Hold marketing to the number named in the item kept aside until its people have been asked again.',
    });
    alarms.add(this, 'SignatureRefused', {
      metric: ledgerMetric(this, metrics.signatureRefused),
      // Anybody can post to a public address; a wrong secret shows as silence too, and that wakes somebody.
      severity: 'ticket',
      threshold: 20,
      impact: 'Either somebody forges webhooks, or the app secret is wrong and every STOP on WhatsApp is refused.',
      runbook:
        'Compare the app secret in Meta with the webhook secret of this stage; during a rotation both must be in it.',
    });
  }
}
