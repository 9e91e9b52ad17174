import type { InboundScenario } from '../../support/ledger/inbound-world.ts';
import { type LedgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { replay } from '../../support/ledger/recorded-ledgers.ts';
import {
  answers,
  hears,
  inField,
  message,
  minute,
  optedIn,
  says,
  seconds,
  templateButton,
} from '../../support/ledger/said-to-us.ts';
import { delivery, messagesChange } from '../../support/ledger/whatsapp-webhook.ts';
import { failWrites, type Refusal, refuseWrites } from '../../support/table/refused-writes.ts';

const long = 'ñ'.repeat(9000);
const later = { id: 'wamid.2', timestamp: seconds(noon + 2 * minute) };
/** Opted in, and from then on the table refuses what matches. */
const refusing = (matches: (input: string) => boolean, refusal?: Refusal) => async (bench: LedgerBench) => {
  await optedIn(bench);
  refuseWrites(bench.table, (input, command) => command.startsWith('Transact') && matches(input), refusal);
};
const everything = () => true;
const words = (input: string) => input.includes('"text"');

replay('odd', [
  ...['STOP', 'can you stop sending so many', 'START', 'hello'].flatMap((body): InboundScenario[] => [
    { name: `"${body}" whose words the table refuses`, before: refusing(words), deliveries: [hears(says(body))] },
    { name: `"${body}" that the table refuses`, before: refusing(everything), deliveries: [hears(says(body))] },
    {
      name: `"${body}" that the table refuses by a transaction`,
      before: refusing(everything, 'ValidationError in a transaction'),
      deliveries: [hears(says(body))],
    },
  ]),
  {
    name: 'a no to a choice that is gone whose words the table refuses',
    before: refusing(words),
    deliveries: [hears(answers('no', 7))],
  },
  ...['STOP', 'can you stop sending so many', 'START', 'hello'].map(
    (body): InboundScenario => ({
      name: `"${body}" that is stored when it comes again`,
      before: async (bench) => {
        await optedIn(bench);
        failWrites(bench.table, () => true, 1);
      },
      deliveries: [hears(says(body)), hears(says(body))],
    }),
  ),
  { name: 'half of a character', before: optedIn, deliveries: [hears(says('STOP \ud83d'))] },
  {
    name: 'half of a character in unclear words',
    before: optedIn,
    deliveries: [hears(says('please stop \udc00 sending so many'))],
  },
  { name: 'half of a character behind a button', before: optedIn, deliveries: [hears(templateButton('STOP \ud83d'))] },
  { name: 'a long stop', before: optedIn, deliveries: [hears(says(`STOP. ${long}`))] },
  { name: 'a long payload', before: optedIn, deliveries: [hears(templateButton(`STOP ${long}`))] },
  { name: 'a long id', before: optedIn, deliveries: [hears(says('STOP', { id: `wamid.${'x'.repeat(700)}` }))] },
  {
    name: 'two long ids with one beginning',
    before: optedIn,
    deliveries: [
      hears(says('STOP', { id: `wamid.${'x'.repeat(700)}1` })),
      hears(says('START', { ...later, id: `wamid.${'x'.repeat(700)}2` })),
      hears(says('STOP', { timestamp: seconds(noon + 3 * minute), id: `wamid.${'x'.repeat(700)}3` })),
    ],
  },
  {
    name: 'a stop under the id of a START',
    before: optedIn,
    deliveries: [hears(says('START')), hears(says('STOP', { ...later, id: 'wamid.1' }))],
  },
  {
    name: 'a stop under the id of unclear words',
    before: optedIn,
    deliveries: [hears(says('can you stop sending so many'), says('STOP'))],
  },
  {
    name: 'unclear words under the id of a stop',
    before: optedIn,
    deliveries: [hears(says('STOP'), says('can you stop sending so many'))],
  },
  { name: 'START under the id of a stop', before: optedIn, deliveries: [hears(says('STOP'), says('START'))] },
  {
    name: 'a stop without a time, twice',
    before: optedIn,
    deliveries: [1, 2].map((n) => ({ at: noon + n * minute, ...hears(says('STOP', { timestamp: null })) })),
  },
  {
    name: 'a stop without time and id, twice',
    before: optedIn,
    deliveries: [1, 2].map((n) => ({ at: noon + n * minute, ...hears(says('STOP', { timestamp: null, id: null })) })),
  },
  {
    name: 'a type that nobody knows with words that stop',
    before: optedIn,
    deliveries: [hears(message({ type: 'hologram', text: { body: 'STOP' } }))],
  },
  {
    name: 'a type that nobody knows with unclear words',
    before: optedIn,
    deliveries: [hears(message({ type: undefined, text: { body: 'can you stop sending so many' } }))],
  },
  {
    name: 'a type that nobody knows',
    before: optedIn,
    deliveries: [hears(message({ type: 'hologram', text: { body: 'hello' } }))],
  },
  { name: 'a text without words', deliveries: [hears(message({ type: 'text' }))] },
  { name: 'a reaction', deliveries: [hears(message({ type: 'reaction', reaction: { emoji: '👍' } }))] },
  {
    name: 'a row of a list',
    deliveries: [
      hears(
        message({
          type: 'interactive',
          interactive: { type: 'list_reply', list_reply: { id: 'STOP', title: 'STOP' } },
        }),
      ),
    ],
  },
  {
    name: 'a permission to call',
    deliveries: [
      hears(
        message({
          type: 'interactive',
          interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } },
        }),
      ),
    ],
  },
  { name: 'a group', deliveries: [hears(says('STOP', { group_id: 'g' }))] },
  { name: 'a sender that is none', deliveries: [hears(says('STOP', { from: 'Anna' }))] },
  {
    name: 'a number of nobody',
    deliveries: [{ whatsapp: inField('messages', { messages: [says('STOP'), says('hello', later)] }, '999') }],
  },
  {
    name: 'a number of nobody, without a time',
    deliveries: [{ whatsapp: inField('messages', { messages: [says('hello', { timestamp: '0' })] }, '999') }],
  },
  {
    name: 'a change without a number',
    deliveries: [{ whatsapp: inField('messages', { messages: [says('STOP')] }, '') }],
  },
  { name: 'a field that nobody knows', deliveries: [{ whatsapp: inField('holograms', { messages: [says('STOP')] }) }] },
  { name: 'items that are no list', deliveries: [{ whatsapp: inField('messages', { messages: says('STOP') }) }] },
  { name: 'no JSON', deliveries: [{ whatsapp: '{' }] },
  { name: 'another product', deliveries: [{ whatsapp: { object: 'instagram', entry: [] } }] },
  {
    name: 'a lost webhook',
    deliveries: [{ whatsapp: delivery(messagesChange('106540352242922', { errors: [{ code: 131035 }] })) }],
  },
  { name: 'an echo in standby', deliveries: [{ whatsapp: inField('standby', { message_echoes: [says('STOP')] }) }] },
  {
    name: 'what another phone of the business wrote',
    deliveries: [{ whatsapp: inField('smb_message_echoes', { message_echoes: [says('STOP')] }) }],
  },
]);
