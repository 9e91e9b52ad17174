import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { chatLink } from '../../../lambdas/domain/collection/chat-link.ts';
import type { Choice } from '../../../lambdas/domain/collection/choice.ts';
import { formatReference } from '../../../lambdas/domain/collection/reference.ts';
import { openingMessage } from '../../../lambdas/domain/collection/whatsapp-link.ts';
import { apps, cafeNumber } from '../../support/ledger/inbound-world.ts';
import { acme, type LedgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { replay } from '../../support/ledger/recorded-ledgers.ts';
import { anna, answers, bea, hears, inField, message, minute, says, seconds } from '../../support/ledger/said-to-us.ts';
import { testChoice, testCode, testPoint, testToken } from '../../support/pages/collection.ts';

const day = 24 * 60 * minute;
const whole: Partial<Choice> = {
  purposes: ['offers', 'news'],
  campaign: 'spring-26',
  ip: '203.0.113.7',
  userAgent: 'Mozilla/5.0',
  origin: 'https://shop.example',
  utm: { utm_source: 'door' },
};
/** Its sentence with its code, as the link makes it ready. */
const sentenceOf = (n: number, more: Partial<Choice> = {}): string => {
  const { words, code } = testChoice(n, more);
  return openingMessage(words, code);
};
const sentence = sentenceOf(1);
const stands =
  (more: Partial<Choice> = {}) =>
  async (bench: LedgerBench): Promise<void> => {
    await choiceStore(bench.table, bench.now).create(testChoice(1, more));
    const points = pointStore(bench.table);
    await points.create(testPoint(1, { campaign: 'spring-26' }));
    await points.create(testPoint(2, { appId: 'cafe' }));
    await points.create(testPoint(3, { greeting: 'Can you stop by with my order' }));
  };
const greeting = (n: number, locale: string, more = {}) =>
  new URL(chatLink(acme, testPoint(n, more), locale)).searchParams.get('text') ?? '';
const late = { id: 'wamid.9', timestamp: seconds(noon + 2 * minute) };
const noPoint: Partial<Choice> = (({ pointId: _p, ...rest }) => ({ ...rest, pointId: undefined }))(testChoice(1));

replay('references', [
  { name: 'a choice is confirmed', before: stands(whole), deliveries: [hears(says(sentence))] },
  { name: 'a choice of no point is confirmed', before: stands(noPoint), deliveries: [hears(says(sentence))] },
  {
    name: 'a choice is confirmed again and again',
    before: stands(),
    deliveries: [hears(says(sentence)), hears(says(sentence)), { at: noon + 5 * day, ...hears(says(sentence)) }],
  },
  {
    name: 'a choice is confirmed by a second sender',
    before: stands(),
    deliveries: [hears(says(sentence)), hears(says(sentence, { ...late, from: bea }))],
  },
  { name: 'a choice of another number', before: stands({ numbers: [bea] }), deliveries: [hears(says(sentence))] },
  { name: 'a choice of this number', before: stands({ numbers: [anna] }), deliveries: [hears(says(sentence))] },
  {
    name: 'a choice with other words',
    before: stands(),
    deliveries: [hears(says(sentence.replace('agree', 'do not agree')))],
  },
  {
    name: 'only the code of a choice',
    before: stands(),
    deliveries: [hears(says(`(${formatReference(testCode(1))})`))],
  },
  {
    name: 'a choice confirmed late',
    before: stands(),
    deliveries: [{ at: noon + 3 * day, ...hears(says(sentence, { timestamp: seconds(noon + 2 * day) })) }],
  },
  { name: 'a choice of another business', before: stands({ appId: 'cafe' }), deliveries: [hears(says(sentence))] },
  { name: 'a choice that nobody knows', before: stands(), deliveries: [hears(says(sentenceOf(7)))] },
  {
    name: 'a choice that is forwarded',
    before: stands(),
    deliveries: [hears(says(sentence, { context: { frequently_forwarded: true } }))],
  },
  { name: 'a choice without a time', before: stands(), deliveries: [hears(says(sentence, { timestamp: undefined }))] },
  { name: 'a choice without an id', before: stands(), deliveries: [hears(says(sentence, { id: undefined }))] },
  {
    name: 'a choice in standby',
    before: stands(),
    deliveries: [{ whatsapp: inField('standby', { messages: [says(sentence)] }) }],
  },
  {
    name: 'a choice in standby with a wish beside it',
    before: stands(),
    deliveries: [{ whatsapp: inField('standby', { messages: [says(`${sentence} and please stop the calls`)] }) }],
  },
  {
    name: 'a choice in an edit with a wish beside it',
    before: stands(),
    deliveries: [
      hears(
        message({
          type: 'edit',
          edit: { original_message_id: 'wamid.0', message: says(`${sentence} and please stop the calls`) },
        }),
      ),
    ],
  },
  { name: 'STOP with a code', before: stands(), deliveries: [hears(says(`STOP (${formatReference(testCode(1))})`))] },
  { name: 'STOP behind the sentence', before: stands(), deliveries: [hears(says(`${sentence}\nSTOP`))] },
  { name: 'START with a code', before: stands(), deliveries: [hears(says(`START (${formatReference(testCode(1))})`))] },
  { name: 'HELP with a token', before: stands(), deliveries: [hears(says(`HELP (${formatReference(testToken(1))})`))] },
  {
    name: 'an unclear stop behind the sentence',
    before: stands(),
    deliveries: [hears(says(`${sentence} and please stop the calls`))],
  },
  { name: 'a chat of a point', before: stands(), deliveries: [hears(says(greeting(1, 'es')))] },
  {
    name: 'a chat of a point, twice',
    before: stands(),
    deliveries: [hears(says(greeting(1, 'en'))), hears(says(greeting(1, 'en')))],
  },
  {
    name: 'a chat with a greeting that could be a stop',
    before: stands(),
    deliveries: [hears(says(greeting(3, 'en', { greeting: 'Can you stop by with my order' })))],
  },
  {
    name: 'a chat of the business with stop in its name',
    before: stands(),
    deliveries: [
      {
        whatsapp: inField(
          'messages',
          {
            messages: [says(new URL(chatLink(apps.cafe, testPoint(2), 'ar')).searchParams.get('text') ?? '')],
          },
          cafeNumber,
        ),
      },
    ],
  },
  { name: 'a chat of a point of another business', before: stands(), deliveries: [hears(says(greeting(2, 'en')))] },
  { name: 'a chat of no point', before: stands(), deliveries: [hears(says(greeting(8, 'en')))] },
  { name: 'yes to a choice with all that the page saw', before: stands(whole), deliveries: [hears(answers('yes', 1))] },
  {
    name: 'yes of somebody else, then of who may confirm',
    before: stands({ numbers: [anna] }),
    deliveries: [hears(answers('yes', 1, { from: bea })), hears(answers('yes', 1, late))],
  },
  { name: 'yes to a choice of no point', before: stands(noPoint), deliveries: [hears(answers('yes', 1))] },
  {
    name: 'yes in time and too late, no later still',
    before: stands(),
    deliveries: [
      { at: noon + 2 * day, ...hears(answers('yes', 1, { timestamp: seconds(noon + day) })) },
      { at: noon + 2 * day, ...hears(answers('yes', 1, { timestamp: seconds(noon + day - 1000), id: 'wamid.2' })) },
      { at: noon + 2 * day, ...hears(answers('no', 1, { timestamp: seconds(noon + day + 5000), id: 'wamid.3' })) },
    ],
  },
  {
    name: 'yes and no to a choice of another business',
    before: stands({ appId: 'cafe' }),
    deliveries: [hears(answers('yes', 1)), hears(answers('no', 1, late))],
  },
  {
    name: 'yes and then no',
    before: stands(whole),
    deliveries: [hears(answers('yes', 1)), hears(answers('no', 1, late))],
  },
  { name: 'no under the id of yes', before: stands(), deliveries: [hears(answers('yes', 1)), hears(answers('no', 1))] },
]);
