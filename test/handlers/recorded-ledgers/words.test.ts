import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import type { Delivery, InboundScenario } from '../../support/ledger/inbound-world.ts';
import { type LedgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { replay } from '../../support/ledger/recorded-ledgers.ts';
import {
  anna,
  answers,
  hears,
  inField,
  message,
  minute,
  optedIn,
  presses,
  says,
  seconds,
  templateButton,
} from '../../support/ledger/said-to-us.ts';
import { testChoice } from '../../support/pages/collection.ts';

/** What a message may say, and the parts of one that says it. */
const said: Readonly<Record<string, (parts?: object) => object>> = {
  STOP: (parts) => says('STOP', parts),
  'STOP in a sentence of its own': (parts) => says('STOP. I never signed up for this', parts),
  'no more offers': (parts) => says('no more offers', parts),
  'unclear words': (parts) => says('can you stop sending so many', parts),
  'another channel': (parts) => says('stop the SMS, WhatsApp is fine', parts),
  START: (parts) => says('START', parts),
  HELP: (parts) => says('HELP', parts),
  OPTIN: (parts) => says('OPTIN ACME', parts),
  hello: (parts) => says('hello', parts),
  'a sticker': (parts) => message({ type: 'sticker', sticker: {}, ...parts }),
  'a caption that stops': (parts) => message({ type: 'image', image: { id: '1', caption: 'Alto!' }, ...parts }),
  'Stop promotions': (parts) => templateButton('Stop promotions', parts),
  'a button of a template': (parts) => templateButton('CLAIM_GIFT', parts),
  'our button that stops': (parts) => presses('optledger:stop-all', parts),
  'our button that starts': (parts) => presses('optledger:start', parts),
  'our button that keeps': (parts) => presses('optledger:keep', parts),
  'yes to our question': (parts) => answers('yes', 1, parts),
  'no to our question': (parts) => answers('no', 1, parts),
  'yes to a choice that is gone': (parts) => answers('yes', 7, parts),
  'no to a choice that is gone': (parts) => answers('no', 7, parts),
  'an answer by a template': (parts) => templateButton('optledger:no:whatever', parts),
};

/** Ways in which a message may come. */
const ways: Readonly<Record<string, (say: (parts?: object) => object) => Delivery>> = {
  'in the chat': (say) => hears(say()),
  'in an edit': (say) =>
    hears(message({ id: 'wamid.2', type: 'edit', edit: { original_message_id: 'wamid.1', message: say() } })),
  'in an edit under the id of the first': (say) =>
    hears(message({ type: 'edit', edit: { original_message_id: 'wamid.1', message: say() } })),
  'in standby': (say) => ({ whatsapp: inField('standby', { messages: [say()] }) }),
  'in a history': (say) => ({
    whatsapp: inField('history', { history: [{ threads: [{ id: anna, messages: [say()] }] }] }),
  }),
  'without an id': (say) => hears(say({ id: undefined })),
  'without a time': (say) => hears(say({ timestamp: '0' })),
  'without id and time': (say) => hears(say({ id: '', timestamp: undefined })),
  'without a sender beside one contact': (say) => ({
    whatsapp: inField('messages', {
      contacts: [{ wa_id: anna, user_id: 'US.1' }],
      messages: [say({ from: undefined })],
    }),
  }),
  forwarded: (say) => hears(say({ context: { forwarded: true } })),
};

const choices = async (bench: LedgerBench) => {
  await choiceStore(bench.table, bench.now).create(testChoice(1, { campaign: 'spring-26' }));
  await optedIn(bench);
};

const matrix: readonly InboundScenario[] = Object.entries(ways).flatMap(([way, by]) =>
  Object.entries(said).map(([what, say]) => ({
    name: `${what}, ${way}`,
    before: choices,
    deliveries: [by(say)],
  })),
);

const later = (n: number) => ({ id: `wamid.${n}`, timestamp: seconds(noon + n * minute) });

/** Stories of several messages of one person. */
const stories: readonly InboundScenario[] = [
  { name: 'STOP twice, START, STOP', said: ['STOP', 'stop please', 'START', 'STOP'] },
  { name: 'an unclear stop, kept', said: ['can you stop sending so many', { press: 'optledger:keep' }, 'hello'] },
  { name: 'an unclear stop, settled by STOP', said: ['can you stop sending so many', 'STOP'] },
  { name: 'an unclear stop, asked again and again', said: Array(5).fill('can you stop sending so many') },
  {
    name: 'a stop of marketing, again, then of everything',
    said: ['no more offers', 'no more offers', 'STOP', 'START'],
  },
].map(({ name, said }) => ({
  name,
  before: optedIn,
  deliveries: said.map((each, n) => ({
    at: noon + (n + 2) * minute,
    ...hears(typeof each === 'string' ? says(each, later(n + 1)) : presses(each.press, later(n + 1))),
  })),
}));

replay('words', [
  ...matrix,
  ...stories,
  { name: 'STOP of somebody unknown', deliveries: [hears(says('STOP'))] },
  { name: 'STOP delivered twice', before: optedIn, deliveries: [hears(says('STOP')), hears(says('STOP'))] },
  {
    name: 'several messages of one person in one delivery',
    before: optedIn,
    deliveries: [hears(says('hello'), says('STOP', later(2)), says('START', later(3)), says('stop?', later(4)))],
  },
]);
