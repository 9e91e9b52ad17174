import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { consumers } from '../../lambdas/contract/consumers.ts';
import { environment } from '../../lambdas/contract/environment.ts';
import { metrics } from '../../lambdas/contract/metrics.ts';
import type { Alarms } from './alarms/alarms.ts';
import { ledgerMetric } from './alarms/ledger-metric.ts';
import type { Concurrency } from './functions/concurrency.ts';
import { ConsumerQueue } from './functions/consumer-queue.ts';
import { DeadLetterQueue } from './functions/dead-letter-queue.ts';
import { HouseFunction } from './functions/house-function.ts';
import { grantSmsSending } from './providers/sms-sending.ts';
import { grantSocialSending } from './providers/social-sending.ts';
import type { StageSecrets } from './secrets/stage-secrets.ts';
import type { DataTable } from './table/data-table.ts';

export interface RepliesProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Base URL of Meta's Graph API with its version. */
  readonly graphUrl: string;
  /** Base URL of Twilio's API. */
  readonly twilioUrl: string;
  /** Whether messages may go out by AWS End User Messaging Social. */
  readonly whatsappByAws: boolean;
  /** Under which Twilio tells what became of a message. */
  readonly publicUrl: string;
}

/** Answers to the person ("you are out"), sent after the statement is stored: fed by the relay, so sending never delays recording. */
export class Replies extends Construct {
  readonly queue: ConsumerQueue;

  constructor(scope: Construct, id: string, props: RepliesProps) {
    super(scope, id);
    const { table, secrets, alarms, concurrency, graphUrl, twilioUrl, whatsappByAws, publicUrl } = props;
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      inOrder: consumers.replies.inOrder,
      severity: 'ticket',
      impact: 'People were not told that their STOP or opt-in was heard. What they said is recorded all the same.',
      runbook:
        'Read the log of send-replies, mend the cause, and send them back: what is too late by then is not sent.',
    });
    this.queue = new ConsumerQueue(this, 'Queue', {
      consumer: consumers.replies,
      deadLetters,
      // Three more tries in the five minutes that there are, and one after them.
      comesAgainAfter: Duration.seconds(90),
      tries: 5,
    });
    const reserved = concurrency.of('send-replies');
    const sendReplies = new HouseFunction(this, 'Send', 'send-replies', {
      alarms,
      reserved,
      severity: 'ticket',
      impact:
        'Confirmations of STOP, START and opt-ins are late or missing. What people said is recorded all the same.',
      runbook: 'Read the log of the function; look at the access token and at the status pages of Meta and AWS SMS.',
    });
    // A refusal may tell of a stop, which is recorded as any other.
    table.grantRecord(sendReplies);
    table.grant(sendReplies, 'BatchGetItem', 'UpdateItem');
    secrets.grantIdentifierKey(sendReplies, table);
    secrets.grantWhatsappAccess(sendReplies);
    secrets.grantTwilio(sendReplies);
    secrets.grantAppSecrets(sendReplies);
    grantSmsSending(sendReplies);
    if (whatsappByAws) grantSocialSending(sendReplies);
    sendReplies.addEnvironment(environment.graphUrl, graphUrl);
    sendReplies.addEnvironment(environment.twilioUrl, twilioUrl);
    sendReplies.addEnvironment(environment.publicUrl, publicUrl);

    // Ten people side by side in a run, each in their order. More runs than are kept for it would be throttled, and that counts as a try.
    this.queue.feed(sendReplies, { batchSize: 10, atOnce: reserved && Math.min(Math.max(reserved, 2), 1000) });

    alarms.add(this, 'Behind', {
      metric: this.queue.age(),
      threshold: 120,
      severity: 'ticket',
      impact: 'People wait for the confirmation of their STOP or opt-in; what waits five minutes is not sent any more.',
      runbook:
        'Look at the answers of Meta in the log, and at the throttles of the function. What people said is recorded.',
    });
    alarms.add(this, 'ReplyTooLate', {
      metric: ledgerMetric(this, metrics.replyTooLate),
      severity: 'ticket',
      threshold: 5,
      impact: 'Several people were never told that their STOP was heard: five minutes were over. The STOP is recorded.',
      runbook: 'Look at Behind of Replies and Relay; if neither went off, it was delivered to us that late.',
    });
    alarms.add(this, 'ReplyFailed', {
      metric: ledgerMetric(this, metrics.replyFailed),
      severity: 'ticket',
      threshold: 5,
      impact: 'Several people were not told that their STOP or opt-in was heard.',
      runbook: 'Read the log of send-replies for the error codes of Meta or AWS SMS.',
    });
  }
}
