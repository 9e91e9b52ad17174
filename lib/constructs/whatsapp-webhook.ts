import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { metrics } from '../../lambdas/contract/metrics.ts';
import type { Alarms } from './alarms.ts';
import type { DataTable } from './data-table.ts';
import { HouseFunction } from './house-function.ts';
import type { LedgerApi } from './ledger-api.ts';
import { ledgerMetric } from './ledger-metric.ts';
import type { StageSecrets } from './stage-secrets.ts';

export interface WhatsappWebhookProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
}

/** What people do on WhatsApp, as Meta tells it. */
export class WhatsappWebhook extends Construct {
  constructor(scope: Construct, id: string, { table, secrets, api, alarms }: WhatsappWebhookProps) {
    super(scope, id);
    const webhook = new HouseFunction(this, 'Webhook', 'whatsapp-webhook', {
      alarms,
      // API Gateway waits 30 seconds; a POST may hold 1,000 changes.
      timeout: Duration.seconds(29),
      memory: 1024,
      impact: 'STOPs and messages on WhatsApp are not recorded until Meta repeats them, and are lost after days.',
      runbook: 'Read the log of the function; nothing needs replaying while Meta still repeats.',
    });
    table.grantRecord(webhook);
    // Windows, and what only a payload of the provider does: joining two people, moving one to another number.
    table.grant(webhook, 'BatchGetItem', 'UpdateItem');
    secrets.grantIdentifierKey(webhook);
    secrets.grantWhatsappWebhook(webhook);
    api.serve(webhook);

    alarms.add(this, 'UnreadableKept', {
      metric: ledgerMetric(this, metrics.unreadableKept),
      impact: 'Something that Meta signed could not be read and was kept aside; a STOP may be in it.',
      runbook: 'Look with optledger aside list, teach the parser, and hear it again with optledger aside retry.',
    });
    alarms.add(this, 'WebhookLost', {
      metric: ledgerMetric(this, metrics.webhookLost),
      impact: 'Meta says that it lost a webhook (131035): a STOP may be gone for ever.',
      runbook: 'Hold marketing to the number named in the item kept aside until its people have been asked again.',
    });
    alarms.add(this, 'SignatureRefused', {
      metric: ledgerMetric(this, metrics.signatureRefused),
      threshold: 20,
      impact: 'Either somebody forges webhooks, or the app secret is wrong and every STOP on WhatsApp is refused.',
      runbook:
        'Compare the app secret in Meta with the webhook secret of this stage; during a rotation both must be in it.',
    });
  }
}
