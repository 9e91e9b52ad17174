import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import type { Alarms } from '../alarms/alarms.ts';
import { ledgerMetric } from '../alarms/ledger-metric.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';
import { grantSmsSending } from './sms-sending.ts';

export interface TwilioWebhookProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Base URL of Twilio's API. */
  readonly twilioUrl: string;
  /** The URL that Twilio is told, without a slash at the end: it is signed. */
  readonly publicUrl: string;
}

/** What people write by SMS and WhatsApp on numbers of Twilio, and what Twilio says of our messages. */
export class TwilioWebhook extends Construct {
  constructor(scope: Construct, id: string, props: TwilioWebhookProps) {
    super(scope, id);
    const { table, secrets, api, alarms, concurrency, twilioUrl, publicUrl } = props;
    const webhook = new HouseFunction(this, 'Webhook', 'twilio-webhook', {
      alarms,
      reserved: concurrency.of('twilio-webhook'),
      severity: 'page',
      memory: 1024,
      impact: 'STOPs by SMS and WhatsApp through Twilio are not recorded, and Twilio tries again for seconds only.',
      runbook: 'Read the log of the function; what was lost stands in the log of messages of Twilio (docs/twilio.md).',
    });
    table.grantRecord(webhook);
    table.grant(webhook, 'BatchGetItem', 'UpdateItem');
    secrets.grantIdentifierKey(webhook, table);
    secrets.grantTwilio(webhook);
    secrets.grantAppSecrets(webhook);
    // HELP is answered at once, by whom the number is.
    grantSmsSending(webhook);
    webhook.addEnvironment(environment.twilioUrl, twilioUrl);
    webhook.addEnvironment(environment.publicUrl, publicUrl);
    api.serve(webhook);

    alarms.add(this, 'SignatureRefused', {
      metric: ledgerMetric(this, metrics.twilioRefused),
      // Twilio repeats nothing for long, and its silence is nobody's alarm: a few are enough.
      severity: 'ticket',
      threshold: 3,
      impact:
        'Either somebody forges requests, or a token or shared key is wrong and every STOP through Twilio is lost.',
      runbook: 'Compare the secret of the app and publicUrl with Twilio: docs/twilio.md, "When it is refused".',
    });
  }
}
