import { expect, test } from 'vitest';
import { askedAtFirst } from '../../../lambdas/domain/inbound/ask-at-first.ts';
import { brakeOf, statementOf } from '../../../lambdas/domain/inbound/heard-act.ts';
import type { InboundAct } from '../../../lambdas/domain/inbound/inbound-act.ts';
import type { InboundChange } from '../../../lambdas/domain/inbound/inbound-decision.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';

const app = { ...acme, automatedMessage: { enabled: true, noticeId: 'hello' } };
const act: InboundAct = {
  event: 'message',
  channel: 'whatsapp',
  receivedBy: '106540352242922',
  person: { phone: '16505551234' },
  received: { waId: '16505551234' },
  at: noon,
  messageId: 'wamid.1',
  text: 'Hola',
  forwarded: false,
  opensWindow: true,
  part: {},
};
const said = (action: 'granted' | 'refused'): InboundChange => ({
  record: 'statement',
  said: { ...statementOf(act), action, purposes: ['offers'], evidence: {} },
});
const chat = (ask?: { choice: string }): InboundChange => ({
  record: 'chat',
  chat: { person: act.person, at: noon, eventId: 'x', point: 'pt_1', evidence: {}, ...(ask && { ask }) },
});
const none = { understood: 'none', carried: undefined, changes: [] } as const;
const question = {
  kind: 'first-contact',
  person: act.person,
  at: noon,
  eventId: 'wamid.1',
  source: 'whatsapp-message',
  identifiers: act.received,
};

test('words of their own are asked in their language', () => {
  expect(askedAtFirst(act, app, none)).toEqual({ ...question, locale: 'es' });
});

test.each<[string, Partial<InboundAct>]>([
  ['forwarded words', { forwarded: true }],
  ['a button', { text: undefined, payload: { from: 'template-button', id: 'Hola' } }],
  ['nothing', { text: undefined }],
  [
    'a copy of ours',
    {
      text: 'Acme: todo listo. Te enviaremos por WhatsApp ofertas. Envía STOP para no recibir más mensajes, HELP para pedir ayuda.',
    },
  ],
])('%s in none', (_name, parts) => {
  expect(askedAtFirst({ ...act, ...parts }, app, none)).toEqual({ ...question, locale: undefined });
});

test('an app that asks nobody asks nothing', () => {
  expect(askedAtFirst(act, acme, none)).toBeUndefined();
});

test.each(['stop', 'unclear-stop'] as const)('a first message that is %s is never asked', (understood) => {
  expect(askedAtFirst(act, app, { ...none, understood })).toBeUndefined();
});

test.each<[string, InboundChange]>([
  ['a refusal', said('refused')],
  ['a no to something that is gone', { record: 'brake', brake: brakeOf(act) }],
])('nor is %s', (_name, change) => {
  expect(askedAtFirst(act, app, { ...none, changes: [change] })).toBeUndefined();
});

test.each(['start', 'help', 'keep'] as const)('%s is answered, so the next message asks', (understood) => {
  expect(askedAtFirst(act, app, { ...none, understood })).toBe('later');
});

test.each<[string, InboundChange]>([
  ['an opt-in', said('granted')],
  ['a question about a choice', chat({ choice: 'c' })],
])('so is %s', (_name, change) => {
  expect(askedAtFirst(act, app, { ...none, changes: [change] })).toBe('later');
});

test('a chat from a point is asked', () => {
  expect(askedAtFirst(act, app, { ...none, changes: [chat()] })).toMatchObject(question);
});
