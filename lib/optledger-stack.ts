import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { outputs } from '../lambdas/contract/deployment.ts';
import { AccountAlarms } from './constructs/alarms/account-alarms.ts';
import { Alarms } from './constructs/alarms/alarms.ts';
import { Dashboard } from './constructs/alarms/dashboard.ts';
import { ConsentApi } from './constructs/api/consent-api.ts';
import { Documentation } from './constructs/api/documentation.ts';
import { LedgerApi } from './constructs/api/ledger-api.ts';
import { Collection } from './constructs/collection.ts';
import { Callbacks } from './constructs/events/callbacks.ts';
import { Events } from './constructs/events/events.ts';
import { Relay } from './constructs/events/relay.ts';
import { Exports } from './constructs/exports/exports.ts';
import { Concurrency } from './constructs/functions/concurrency.ts';
import { Imports } from './constructs/imports/imports.ts';
import { Administration } from './constructs/operators/administration.ts';
import { Console } from './constructs/operators/console.ts';
import { SignIn } from './constructs/operators/sign-in.ts';
import { AwsWhatsapp } from './constructs/providers/aws-whatsapp.ts';
import { Gupshup } from './constructs/providers/gupshup.ts';
import { Sms } from './constructs/providers/sms.ts';
import { Telephone } from './constructs/providers/telephone.ts';
import { TwilioWebhook } from './constructs/providers/twilio-webhook.ts';
import { WhatsappWebhook } from './constructs/providers/whatsapp-webhook.ts';
import { Replies } from './constructs/replies.ts';
import { StageKey } from './constructs/secrets/stage-key.ts';
import { StageSecrets } from './constructs/secrets/stage-secrets.ts';
import { SendGate } from './constructs/send-gate.ts';
import { DataTable } from './constructs/table/data-table.ts';
import { OutsideCopy } from './constructs/table/outside-copy.ts';
import type { StageSettings } from './stage-settings.ts';

/** One stage of OptLedger, whole. Nothing has a physical name, so several stages fit in one account. */
export class OptLedgerStack extends Stack {
  constructor(scope: Construct, settings: StageSettings, props?: StackProps) {
    const { terminationProtection, closeOwnAddress, keyRate, proxy } = settings;
    super(scope, `OptLedger-${settings.stage}`, { terminationProtection, ...props });
    new StageKey(this, settings.kmsKeyArn);
    const alarms = new Alarms(this, 'Alarms', settings.alarms);
    const secrets = new StageSecrets(this, 'Secrets', settings.secrets);
    const table = new DataTable(this, 'Data', { ...settings.table, stage: settings.stage, alarms });
    const concurrency = new Concurrency(settings.accountConcurrency);
    const api = new LedgerApi(this, 'Api', { table, secrets, alarms, concurrency, closeOwnAddress, keyRate, proxy });

    const { twilioUrl, whatsappByAws } = settings;
    const whatsappProviders = [
      'meta',
      ...(whatsappByAws ? ['aws'] : []),
      // An app may have a secret of its own, which needs no deployment.
      'twilio',
    ];
    const { graphUrl, publicUrl = api.url } = settings;
    const administration = { table, api, alarms, keyRate, publicUrl, whatsappProviders };
    const { admin } = new Administration(this, 'Administration', administration);
    const { files: consoleFiles } = new Console(this, 'Console', { api, alarms });
    if (settings.signIn !== undefined) {
      const { authorizer, health } = api;
      const returnUrl = `${settings.publicUrl ?? api.url}/console`;
      new SignIn(this, 'SignIn', { ...settings.signIn, returnUrl, authorizer, health, admin, consoleFiles });
    }
    new ConsentApi(this, 'ConsentApi', { table, secrets, api, alarms });
    new WhatsappWebhook(this, 'Whatsapp', {
      table,
      secrets,
      api,
      alarms,
      concurrency,
      perSecond: settings.webhooksPerSecond,
      silenceHours: settings.silenceHours,
    });
    const sms = new Sms(this, 'Sms', { table, secrets, alarms, concurrency });
    const { connectInstanceArn } = settings;
    new Telephone(this, 'Telephone', { table, secrets, api, alarms, publicUrl, connectInstanceArn });
    const awsWhatsapp = new AwsWhatsapp(this, 'AwsWhatsapp', { table, secrets, alarms, concurrency });
    new TwilioWebhook(this, 'Twilio', { table, secrets, api, alarms, concurrency, twilioUrl, publicUrl });
    const sending = { graphUrl, twilioUrl, whatsappByAws, publicUrl };
    const replies = new Replies(this, 'Replies', { table, secrets, alarms, concurrency, ...sending });
    const collection = new Collection(this, 'Collection', {
      table,
      secrets,
      api,
      alarms,
      concurrency,
      graphUrl,
      publicUrl,
      proxy,
    });
    const events = new Events(this, 'Events', { table, alarms });
    new Callbacks(this, 'Callbacks', { table, api, alarms, publish: events.publish });
    const queues = { replies: replies.queue, charges: collection.chargesQueue, events: events.queue };
    new Relay(this, 'Relay', { table, alarms, concurrency, queues, withdrawals: events.withdrawals });
    new SendGate(this, 'SendGate', { table, secrets, api, alarms, concurrency, graphUrl, keyRate, proxy });
    new Gupshup(this, 'Gupshup', { table, secrets, api, alarms, concurrency, keyRate, proxy });
    new Documentation(this, 'Documentation', { api, alarms });
    const exports = new Exports(this, 'Exports', { table, secrets, api, alarms, concurrency });
    exports.bucket.nameForUploads(consoleFiles);
    new Imports(this, 'Imports', { table, secrets, api, alarms, concurrency, bucket: exports.bucket });

    if (settings.outsideCopy !== undefined) {
      new OutsideCopy(this, 'OutsideCopy', { ...settings.outsideCopy, table, alarms });
    }
    const { accountConcurrency, smsSpendLimit } = settings;
    new AccountAlarms(this, 'Account', { alarms, concurrency: accountConcurrency, smsSpendLimit });
    alarms.addShared();
    // Last: it shows what is there.
    new Dashboard(this, 'Dashboard', { table, alarms, exports: exports.stateMachine });

    const values = {
      [outputs.apiUrl]: api.url,
      [outputs.smsTopicArn]: sms.topic.topicArn,
      [outputs.whatsappTopicArn]: awsWhatsapp.topic.topicArn,
      [outputs.tableName]: table.table.tableName,
      [outputs.exportBucketName]: exports.bucket.bucket.bucketName,
      [outputs.stateMachineArn]: exports.stateMachine.stateMachineArn,
      [outputs.eventBusName]: events.bus.eventBusName,
    };
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
