import { keyStore } from '../../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { httpEvent } from '../../support/api/http-event.ts';
import {
  delivery,
  messagesChange,
  signatureOf,
  textMessage,
  webhookSecrets,
  wireForm,
} from '../../support/ledger/whatsapp-webhook.ts';
import { acme, type BenchTable, phoneOf } from '../bench-table.ts';

/** A function, and the event with which it is woken. */
export interface ColdFunction {
  readonly name: string;
  /** As it is deployed. */
  readonly handler: string;
  /** Of INIT and first event at 512 MB. */
  readonly reach: string;
  /** Another one each time, of the same kind. */
  event(): unknown;
}

/** The functions that a caller or Meta waits for, each woken by what is asked of it most. */
export async function coldFunctions(bench: BenchTable): Promise<readonly ColdFunction[]> {
  const [phone, now] = [phoneOf(0), Date.now()];
  const { token } = await keyStore(bench.table).create({ name: 'bench', scopes: ['eligibility:read'], apps: '*' }, now);
  const app = `/v1/apps/${acme.appId}`;
  let woken = 0;
  const another = (): number => {
    woken += 1;
    return woken;
  };
  /** A minute apart, so that each is news; the first opens the window of its sender, the others find it open. */
  const sentAt = (n: number): number => now - 3_600_000 + n * 60_000;
  return [
    {
      name: 'authorizer, a key',
      handler: 'authorizer',
      reach: '',
      event: () => ({ ...httpEvent('GET', app, { headers: { authorization: `Bearer ${token}` } }), type: 'REQUEST' }),
    },
    {
      name: 'eligibility, a check',
      handler: 'eligibility',
      reach: '<= 145 ms',
      event: () =>
        httpEvent('POST', `${app}/eligibility`, { body: { user: { phone: `+${phone}` }, purpose: 'offers' } }),
    },
    {
      name: 'whatsapp-webhook, a status',
      handler: 'whatsapp-webhook',
      reach: '<= 165 ms',
      event: () => {
        const n = another();
        const timestamp = String(Math.floor(sentAt(n) / 1000));
        return signed({ statuses: [{ id: `wamid.s${n}`, status: 'delivered', timestamp, recipient_id: phone }] });
      },
    },
    {
      name: 'whatsapp-webhook, a text',
      handler: 'whatsapp-webhook',
      reach: '<= 165 ms',
      event: () => {
        const n = another();
        return signed({ messages: [textMessage(phone, `wamid.${n}`, sentAt(n), 'Hello, is my order on its way?')] });
      },
    },
    {
      name: 'consent, an opt-in',
      handler: 'consent',
      reach: '<= 165 ms',
      event: () =>
        httpEvent('POST', `${app}/opt-ins`, {
          body: {
            user: { phone: `+${phone}` },
            purposes: ['offers'],
            source: 'paper',
            by: 'data-subject',
            evidence: { documentRef: `card ${another()}`, operator: 'till 4' },
            saidAt: new Date().toISOString(),
          },
        }),
    },
  ];
}

function signed(value: Parameters<typeof messagesChange>[1]): unknown {
  const body = wireForm(delivery(messagesChange(acme.whatsapp?.phoneNumberId ?? '', value)));
  const headers = { 'x-hub-signature-256': signatureOf(body, webhookSecrets.appSecrets[0] ?? '') };
  return httpEvent('POST', '/webhooks/whatsapp', { body, headers, key: null });
}
