import { fixtureBytes, fixturesOfKind } from '../../support/fixtures.ts';
import { noon } from '../../support/ledger/ledger-bench.ts';
import { replay } from '../../support/ledger/recorded-ledgers.ts';
import { smsEvent } from '../../support/ledger/sms-notification.ts';

/** Whoever stands in a payload more than once or beside others is handled side by side: who gets which id is not settled there. */
const webhooks = fixturesOfKind('whatsapp-webhook').filter(({ conclude }) => conclude.length < 2);

replay('recorded-payloads', [
  ...webhooks.map(({ id, file }) => ({ name: id, deliveries: [{ whatsapp: fixtureBytes(file) }] })),
  ...fixturesOfKind('aws-sms-inbound').map(({ id, file }) => ({
    name: id,
    deliveries: [{ sms: smsEvent(noon, JSON.parse(fixtureBytes(file).toString())) }],
  })),
]);
