import type { Choice } from '../../../lambdas/domain/collection/choice.ts';
import type { CollectionPoint } from '../../../lambdas/domain/collection/collection-point.ts';
import { referenceFrom } from '../../../lambdas/domain/collection/reference.ts';
import type { NoticeText } from '../../../lambdas/domain/notice/notice.ts';

const noon = Date.UTC(2026, 10, 20, 12);
/** The number in the 27 letters of references, then some letters that look like any. */
const seed = (n: number): Uint8Array =>
  Uint8Array.from({ length: 14 }, (_, index) => (index < 3 ? Math.floor(n / 27 ** index) % 27 : index * 7));

/** The token of the n-th test point, and the code of the n-th test choice. */
export const testToken = (n: number): string => referenceFrom('point', seed(n));
export const testCode = (n: number): string => referenceFrom('choice', seed(n));

/** An open link of Acme's to the opt-in check. */
export function testPoint(n: number, more: Partial<CollectionPoint> = {}): CollectionPoint {
  return {
    pointId: `pt_${testToken(n)}`,
    appId: 'acme',
    kind: 'link',
    name: 'Poster in the shop',
    notice: { noticeId: 'spring', version: 1 },
    purposes: ['offers'],
    opens: 'check-page',
    origins: [],
    status: 'active',
    version: 1,
    createdAt: noon,
    updatedAt: noon,
    ...more,
  };
}

/** What somebody ticked at noon on the first test point; lapses a day later. */
export function testChoice(n: number, more: Partial<Choice> = {}): Choice {
  return {
    code: testCode(n),
    appId: 'acme',
    pointId: `pt_${testToken(1)}`,
    purposes: ['offers'],
    notice: { noticeId: 'spring', noticeVersion: 1, noticeLocale: 'en', noticeHash: 'hash-of-spring-1-en' },
    words: 'I agree to receive offers from Acme on WhatsApp at this number.',
    numbers: [],
    madeAt: noon,
    expiresAt: noon + 86_400_000,
    ...more,
  };
}

/** A text that says everything that the strict profile asks for. */
export function testText(more: Partial<NoticeText> = {}): NoticeText {
  return {
    locale: 'en',
    businessName: 'Acme',
    heading: 'Messages from Acme on WhatsApp',
    agreement: 'I agree to receive {purposes} from Acme on WhatsApp at {number}.',
    purposes: [{ purposeId: 'offers', text: 'offers and discounts' }],
    benefits: 'You hear of discounts first.',
    frequency: 'Up to 4 messages a month.',
    howToStop: 'Reply STOP at any time to stop all messages.',
    privacy: { text: 'How Acme handles your data', url: 'https://acme.example/privacy' },
    ...more,
  };
}
