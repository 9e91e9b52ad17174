import {
  delivery,
  messagesChange,
  signatureOf,
  textMessage,
  webhookSecrets,
  wireForm,
} from '../../support/ledger/whatsapp-webhook.ts';
import { acme, crowd, phoneOf } from '../bench-table.ts';
import { type Asked, type Ground, ourSide, type StoppableSide } from './our-side.ts';

export type Kind = 'check' | 'inbound' | 'opt-in' | 'bulk';

/** A handler of ours, and what stands beside it. */
export interface HandlerPair {
  readonly name: string;
  readonly kind: Kind;
  readonly handler: string;
  readonly reach: string;
  readonly asked: Asked;
  /** How many of the other side's one request of ours stands for: rates and CPU are of each. @default 1 */
  readonly stands?: number;
  /** In place of the bare side. */
  beside?(ground: Ground, asked: Asked): Promise<StoppableSide>;
}

/** What is compared over HTTP; each list counts its people and messages anew. */
export function handlerPairs(): readonly HandlerPair[] {
  let counted = 0;
  const another = (): number => {
    counted += 1;
    return counted;
  };
  const person = () => ({ phone: `+${phoneOf(another() % crowd)}` });
  /** Seconds of Meta, later with each message, so that each is news, and behind no clock. */
  let sentAt = Date.now() - 3_600_000;
  const check: Asked = {
    routeKey: 'POST /v1/apps/{appId}/eligibility',
    byKey: true,
    status: 200,
    next: () => ({
      path: `/v1/apps/${acme.appId}/eligibility`,
      body: JSON.stringify({ user: person(), purpose: 'offers' }),
    }),
  };
  const inbound: Asked = {
    routeKey: 'POST /webhooks/whatsapp',
    byKey: false,
    status: 200,
    next: () => {
      const n = another();
      sentAt += 100;
      const message = textMessage(phoneOf(n % crowd), `wamid.${n}`, sentAt, 'Hello, is my order on its way?');
      const body = wireForm(delivery(messagesChange(phoneNumberId, { messages: [message] })));
      return {
        path: '/webhooks/whatsapp',
        body,
        headers: { 'x-hub-signature-256': signatureOf(body, webhookSecrets.appSecrets[0] ?? '') },
      };
    },
  };
  const optIn: Asked = {
    routeKey: 'POST /v1/apps/{appId}/opt-ins',
    byKey: true,
    status: 201,
    next: () => ({
      path: `/v1/apps/${acme.appId}/opt-ins`,
      body: JSON.stringify({
        user: person(),
        purposes: ['offers'],
        source: 'paper',
        by: 'data-subject',
        evidence: { documentRef: `card ${another()}`, operator: 'till 4' },
        saidAt: new Date().toISOString(),
      }),
    }),
  };
  const bulk: Asked = {
    ...check,
    routeKey: 'POST /v1/apps/{appId}/eligibility/bulk',
    next: () => ({
      path: `/v1/apps/${acme.appId}/eligibility/bulk`,
      body: JSON.stringify({
        items: Array.from({ length: bulkSize }, () => ({ user: person(), purpose: 'offers' })),
      }),
    }),
  };
  return [
    { name: 'check / GetItem', kind: 'check', handler: 'eligibility', reach: '>= 0.72', asked: check },
    {
      name: 'inbound / verify and UpdateItem',
      kind: 'inbound',
      handler: 'whatsapp-webhook',
      reach: '>= 0.72',
      asked: inbound,
    },
    {
      name: 'opt-in / Query and TransactWrite of 2',
      kind: 'opt-in',
      handler: 'consent',
      reach: '>= 0.80',
      asked: optIn,
    },
    {
      name: `a contact of a bulk check of ${bulkSize} / a check of ours`,
      kind: 'bulk',
      handler: 'eligibility',
      reach: '>= 18.00',
      asked: bulk,
      stands: bulkSize,
      beside: (ground) => ourSide(ground, 'eligibility', check),
    },
  ];
}

const bulkSize = 100;

const phoneNumberId = acme.whatsapp?.phoneNumberId ?? '';
