import { optInAnswerPayload } from '../../../lambdas/domain/replies/button-payloads.ts';
import { testCode } from '../pages/collection.ts';
import { acmeNumber } from './inbound-world.ts';
import { type LedgerBench, noon } from './ledger-bench.ts';
import { delivery, messagesChange } from './whatsapp-webhook.ts';

export const minute = 60_000;
export const anna = '16505551234';
export const bea = '16505559999';
/** Epoch seconds as WhatsApp writes them. */
export const seconds = (at: number): string => String(Math.floor(at / 1000));

/** A message of Anna's a minute after noon; what is undefined is left out of the JSON. */
export const message = (parts: object): object => ({
  from: anna,
  id: 'wamid.1',
  timestamp: seconds(noon + minute),
  ...parts,
});
export const says = (body: string, parts: object = {}): object => message({ type: 'text', text: { body }, ...parts });
export const presses = (id: string, parts: object = {}): object =>
  message({
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id, title: 'A title' } },
    ...parts,
  });
export const templateButton = (payload: string, parts: object = {}): object =>
  message({ type: 'button', button: { payload, text: payload }, ...parts });
export const answers = (answer: 'yes' | 'no', n: number, parts: object = {}): object =>
  presses(optInAnswerPayload(answer, testCode(n)), parts);

export const inField = (field: string, value: object, number = acmeNumber): unknown =>
  delivery({ ...messagesChange(number ?? '', value), field });
/** Messages in the live chat of Acme. */
export const hears = (...messages: object[]): { readonly whatsapp: unknown } => ({
  whatsapp: inField('messages', { messages }),
});

/** Acme has Anna's opt-in to offers and orders by paper. */
export const optedIn = (bench: LedgerBench): Promise<unknown> =>
  bench.say({ phone: anna }, { purposes: ['offers', 'orders'], saidAt: noon - 60 * minute });
