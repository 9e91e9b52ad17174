import { expect, test } from 'vitest';
import type { Registers } from '../../../lambdas/domain/consent/registers.ts';
import type { NoticeVersion } from '../../../lambdas/domain/notice/notice.ts';
import type { ReplyRequest } from '../../../lambdas/domain/replies/reply-request.ts';
import {
  ended,
  noticeOfReply,
  promised,
  replyWords,
  textOfReply,
} from '../../../lambdas/domain/replies/reply-words.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';
import { testText } from '../../support/pages/collection.ts';

const request: ReplyRequest = {
  appId: 'acme',
  subjectId: 'AAAAAAAAAAA',
  entry: 'entry-1',
  kind: 'opt-in-confirmed',
  at: noon,
  source: 'whatsapp-message',
  identifiers: { waId: '16505551234' },
  purposes: ['offers'],
};
const mark = (notice?: string, at = noon / 1000) => ({ at, ref: 'A.1', source: 'whatsapp-message' as const, notice });
const arabic = testText({ locale: 'ar', purposes: [{ purposeId: 'offers', text: 'العروض' }] });
const version: NoticeVersion = {
  appId: 'acme',
  noticeId: 'spring',
  version: 1,
  profile: 'strict',
  texts: [arabic, testText()],
  hashes: {},
  warnings: [],
  publishedAt: noon - 1000,
  publishedBy: 'key_1',
};
const registers = { offers: { G3: mark('spring@1') }, news: { G3: mark() } };

test('the notice is that of the act, else of the latest yes that names one', () => {
  const own = { noticeId: 'winter', noticeVersion: 2, noticeLocale: 'ar' };
  expect(noticeOfReply({ ...request, notice: own }, registers)).toMatchObject(own);
  expect(noticeOfReply(request, registers)).toEqual({ noticeId: 'spring', noticeVersion: 1, shownAt: noon });
  expect(noticeOfReply(request, { offers: { G3: mark('paper form of 2020') } })).toBeUndefined();
  expect(noticeOfReply(request, {})).toBeUndefined();
});

test('the text is the one that was read, else the one in the app’s language, and none that came later', () => {
  const notice = { noticeId: 'spring', noticeVersion: 1, shownAt: noon };
  const app = { ...acme, locale: 'en-GB' };
  expect(textOfReply(app, { ...notice, noticeLocale: 'ar' }, version)).toBe(arabic);
  expect(textOfReply(app, notice, version)?.locale).toBe('en');
  expect(textOfReply(app, notice, { ...version, publishedAt: noon + 1000 })).toBeUndefined();
  expect(textOfReply(app, notice, undefined)).toBeUndefined();
});

test.each([
  ['opt-in-confirmed', ['US'], undefined, 'US'],
  ['start-confirmed', ['US'], undefined, 'US'],
  ['start-confirmed', ['CA'], undefined, undefined],
  ['opt-in-confirmed', [], undefined, undefined],
  ['opt-in-confirmed', ['US'], 'nothing', undefined],
  ['opt-in-confirmed', ['MX'], undefined, undefined],
] as const)('%s in %j (%s) says where advertising does not arrive: %s', (kind, countries, denies, country) => {
  const countryRules = denies && [{ country: 'US', denies, note: 'Ana', since: 0 }];
  const covered = [{ app: { ...acme, countryRules }, registers, countries }];
  expect(replyWords({ ...request, kind }, covered, undefined, noon).withoutAdvertising).toBe(country);
});

test('only what the act was about is promised, and of that only what is opted in', () => {
  const ids = (asked: Partial<ReplyRequest>, said: Registers = registers) =>
    promised({ ...request, ...asked }, { app: acme, registers: said }, noon).map(({ purposeId }) => purposeId);
  expect(ids({})).toEqual(['offers']);
  expect(ids({ purposes: undefined } as never)).toEqual(['offers', 'news']);
  expect(ids({ kind: 'start-confirmed' })).toEqual(['offers', 'news']);
  expect(ids({}, { news: { G3: mark() } })).toEqual([]);
});

test('an unclear stop is asked about with what a stop of marketing would end and what would go on', () => {
  const asked = (said: Registers) => {
    const { named, goingOn } = replyWords(
      { ...request, kind: 'ask-whether-stop' },
      [{ app: acme, registers: said }],
      undefined,
      noon,
    );
    return { named, goingOn };
  };
  const utility = acme.purposes.find(({ category }) => category === 'utility');
  const orders = { [utility?.purposeId ?? '']: { G3: mark() } };
  expect(asked({ offers: { G3: mark() }, ...orders })).toEqual({ named: ['Offers'], goingOn: [utility?.name] });
  expect(asked({ offers: { G3: mark() } }).goingOn).toEqual([]);
  expect(asked(orders).named).toEqual([]);
});

test('a switch that is off names what the person does not get now, and what they still do', () => {
  const off = { ...request, kind: 'switch-off-confirmed' as const };
  const at = noon / 1000 + 1;
  const said = { ...registers, offers: { G3: mark(), R3: mark(undefined, at) } };
  expect(replyWords(off, [{ app: acme, registers: said }], undefined, noon + 2000)).toMatchObject({
    named: ['Offers'],
    goingOn: ['News'],
  });
  expect(ended(off, { app: acme, registers }, noon)).toEqual([]);
});

test('purposes are called as the text calls them, else as the app does', () => {
  const covered = [{ app: acme, registers }];
  const words = replyWords({ ...request, kind: 'start-confirmed' }, covered, arabic, noon);
  const news = acme.purposes.find(({ purposeId }) => purposeId === 'news')?.name;
  expect(words).toEqual({ locale: 'ar', named: ['العروض', news], goingOn: [] });
  expect(replyWords(request, covered, undefined, noon)).toMatchObject({ locale: acme.locale, named: ['Offers'] });
});
