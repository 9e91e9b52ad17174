import { expect, it } from 'vitest';
import type { NoticeText, NoticeVersion } from '../../../../lambdas/domain/notice/notice.ts';
import { noticeView } from '../../../../lambdas/edge/api/notices/notice-view.ts';
import { sent } from '../../../support/api/sent.ts';

const text = (locale: string): NoticeText => ({
  locale,
  businessName: 'Acme',
  heading: 'Messages from Acme on WhatsApp',
  agreement: 'I agree to receive {purposes} from Acme on WhatsApp at {number}.',
  purposes: [{ purposeId: 'offers', text: 'offers' }],
  benefits: 'You hear of offers first.',
  frequency: 'Once a month.',
  howToStop: 'Send STOP.',
  privacy: { text: 'Read more.', url: 'https://acme.example/privacy' },
});
const notice: NoticeVersion = {
  appId: 'acme',
  noticeId: 'spring',
  version: 1,
  profile: 'strict',
  texts: [text('es'), text('en')],
  hashes: { es: 'h1', en: 'h2' },
  warnings: [],
  publishedAt: 0,
  publishedBy: 'key_test',
};

/** As it comes back from a store that keeps no order of fields. */
function shuffled<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffled) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, shuffled(each)]);
  return Object.fromEntries(entries.reverse()) as T;
}

it('is answered later with the fields in the same order as when it was published', () => {
  expect(JSON.stringify(noticeView(shuffled(notice)))).toBe(JSON.stringify(noticeView(notice)));
});

it('shows a text without the parts that it does not have', () => {
  const { locale, businessName, heading, agreement, purposes } = text('en');
  const short = { locale, businessName, heading, agreement, purposes };
  expect(sent(noticeView({ ...notice, texts: [short], hashes: { en: 'h2' } })).texts).toStrictEqual([short]);
});
