import type { InboundScenario } from '../../support/ledger/inbound-world.ts';
import { apps, smsNumbers } from '../../support/ledger/inbound-world.ts';
import { type LedgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { replay } from '../../support/ledger/recorded-ledgers.ts';
import { sms, smsEvent } from '../../support/ledger/sms-notification.ts';
import { failWrites, refuseWrites } from '../../support/table/refused-writes.ts';

const minute = 60_000;
const anna = '+16505551234';
const phone = anna.slice(1);

/** One SMS of Anna's; what is wrong with its notification stands in `sns`. */
const texts = (body: string, to: string = smsNumbers[1], parts: object = {}, sns: object = {}) => {
  const event = smsEvent(noon + minute, { ...sms(anna, to, body, 'sms-1'), ...parts });
  for (const record of event.Records) Object.assign(record.Sns, sns);
  return { sms: event };
};
const optedIn = async (bench: LedgerBench): Promise<void> => {
  const by = {
    action: 'granted',
    level: 2,
    saidAt: noon - 60 * minute,
    source: 'paper',
    evidence: {},
    provider: false,
  } as const;
  await bench.ledger.recordStatement(apps.shop, { ...by, person: { phone }, purposes: ['offers', 'orders'] });
  await bench.ledger.recordStatement(apps.cafe, { ...by, person: { phone }, purposes: ['offers'] });
};
const refusing = (matches: (input: string) => boolean) => async (bench: LedgerBench) => {
  await optedIn(bench);
  refuseWrites(bench.table, (input, command) => command.startsWith('Transact') && matches(input));
};

const words = [
  'STOP',
  'alto',
  'no more offers',
  'can you stop sending so many',
  'START',
  'HELP',
  'hello',
  '',
  'OPTIN ACME',
  'optin  cafe   rio ',
  'OPTIN BANK',
  'OPTIN NOBODY',
  'OPTIN',
];
const lacking = {
  'with nothing amiss': [{}, {}],
  'without a time': [{}, { Timestamp: 'noon' }],
  'without an id of its own': [{ inboundMessageId: '' }, {}],
  'without any id': [{ inboundMessageId: undefined }, { MessageId: undefined }],
  'without id and time': [{ inboundMessageId: undefined }, { MessageId: undefined, Timestamp: undefined }],
} as const;

const story = (name: string, ...bodies: readonly string[]): InboundScenario => ({
  name,
  before: optedIn,
  deliveries: bodies.map((body, n) => ({
    at: noon + (n + 2) * minute,
    sms: smsEvent(noon + (n + 1) * minute, sms(anna, smsNumbers[1], body, `sms-${n}`)),
  })),
});

replay('sms', [
  ...Object.entries(lacking).flatMap(([what, [parts, sns]]) =>
    words.map((body) => ({
      name: `"${body}" ${what}`,
      before: optedIn,
      deliveries: [texts(body, smsNumbers[1], parts, sns)],
    })),
  ),
  ...words.map((body) => ({
    name: `"${body}" to a number of one app`,
    before: optedIn,
    deliveries: [texts(body, smsNumbers[0])],
  })),
  ...['STOP', 'can you stop sending so many', 'START', 'OPTIN ACME'].flatMap((body): InboundScenario[] => [
    { name: `"${body}" of somebody unknown`, deliveries: [texts(body)] },
    { name: `"${body}" twice`, before: optedIn, deliveries: [texts(body), texts(body)] },
    {
      name: `"${body}" whose words the table refuses`,
      before: refusing((input) => input.includes('"text"')),
      deliveries: [texts(body)],
    },
    { name: `"${body}" that the table refuses`, before: refusing(() => true), deliveries: [texts(body)] },
    {
      name: `"${body}" that the table refuses for one app`,
      before: refusing((input) => input.includes('cafe#')),
      deliveries: [texts(body)],
    },
  ]),
  ...['STOP', 'can you stop sending so many', 'START'].map(
    (body): InboundScenario => ({
      name: `"${body}" that is stored for one app when it comes again`,
      before: async (bench) => {
        await optedIn(bench);
        failWrites(bench.table, (input) => input.includes('acme#'), 1);
      },
      deliveries: [texts(body), texts(body)],
    }),
  ),
  story('STOP twice, START, STOP', 'STOP', 'stop please', 'START', 'STOP'),
  story('HELP five times', 'HELP', 'help', 'INFO', 'HELP', 'HELP'),
  story('unclear words five times', ...Array<string>(5).fill('can you stop sending so many')),
  story('an unclear stop, settled by START', 'can you stop sending so many', 'START'),
  story('a stop of marketing, again, then of everything', 'no more offers', 'no more offers', 'STOP', 'START'),
  story('OPTIN after STOP', 'STOP', 'OPTIN CAFE RIO'),
  { name: 'a stop under the id of a START', before: optedIn, deliveries: [texts('START'), texts('STOP')] },
  { name: 'HELP delivered twice', deliveries: [texts('HELP'), texts('HELP')] },
  { name: 'half of a character', before: optedIn, deliveries: [texts('STOP \ud83d')] },
  { name: 'a long stop', before: optedIn, deliveries: [texts(`STOP. ${'ñ'.repeat(9000)}`)] },
  {
    name: 'a long id',
    before: optedIn,
    deliveries: [texts('STOP', smsNumbers[0], { inboundMessageId: 'x'.repeat(700) })],
  },
  { name: 'a number of nobody', deliveries: [texts('STOP', '+19995550100')] },
  { name: 'a number of nobody, without a time', deliveries: [texts('hello', '+19995550100', {}, { Timestamp: '' })] },
  { name: 'a sender with a name', deliveries: [texts('STOP', smsNumbers[0], { originationNumber: 'BANK' })] },
  { name: 'no sender', deliveries: [texts('STOP', smsNumbers[0], { originationNumber: undefined })] },
  { name: 'words that are none', deliveries: [texts('', smsNumbers[0], { messageBody: { text: 'STOP' } })] },
  {
    name: 'an old form of a number',
    deliveries: [texts('STOP', smsNumbers[0], { originationNumber: '+5215512345678' })],
  },
  { name: 'no JSON', deliveries: [{ sms: smsEvent(noon, 'Hello from SNS!') }] },
  { name: 'no notification', deliveries: [{ sms: { Records: [{}, { Sns: { Message: 5 } }] } as never }] },
  {
    name: 'several in one event',
    before: optedIn,
    deliveries: [
      {
        sms: smsEvent(
          noon + minute,
          sms(anna, smsNumbers[0], 'STOP', 'sms-1'),
          'Hello from SNS!',
          sms(anna, smsNumbers[0], 'START', 'sms-2'),
          sms(anna, '+19995550100', 'STOP', 'sms-3'),
          sms(anna, smsNumbers[0], 'HELP', 'sms-4'),
        ),
      },
    ],
  },
]);
