import { describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { spokenOpening } from '../../../lambdas/domain/automation/opening-hours.ts';
import { chatWords } from '../../../lambdas/domain/collection/chat-words.ts';
import { greetingWords } from '../../../lambdas/domain/collection/greeting.ts';
import { understandText } from '../../../lambdas/domain/inbound/understand.ts';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { languages, wordsIn } from '../../../lambdas/domain/languages/language.ts';
import { humanTable, posterTable, starterTable } from '../../../lambdas/domain/languages/tables.ts';
import { replyKinds } from '../../../lambdas/domain/ledger/reply-kind.ts';
import { agreementSentence } from '../../../lambdas/domain/notice/agreement-sentence.ts';
import { starterText } from '../../../lambdas/domain/notice/starter/starter-text.ts';
import { templateTexts } from '../../../lambdas/domain/notice/template-texts.ts';
import { type ConfirmingKind, composeReply, composeSmsHelp } from '../../../lambdas/domain/replies/compose-reply.ts';
import { firstContactQuestion } from '../../../lambdas/domain/replies/first-contact-question.ts';
import { optInQuestion } from '../../../lambdas/domain/replies/opt-in-question.ts';
import type { ReplyWords } from '../../../lambdas/domain/replies/reply-words.ts';

const businesses = ['Acme', 'Stop & Shop', 'Café Ñandú', 'Cancel Culture Club', 'Baja Fresh', 'STOP', 'The End. Books'];

const app = (locale: string, displayName: string): App => ({
  appId: 'acme',
  displayName,
  smsName: displayName.toUpperCase(),
  locale,
  timeZone: 'UTC',
  smsNumbers: [],
  purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true }],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  version: 1,
  createdAt: 0,
  updatedAt: 0,
});

const elsewhere: ReadonlySet<string> = new Set([
  'opt-in-question',
  'first-contact',
  'preferences',
  'welcome',
  'automated-reply',
  'handover-confirmed',
]);

/** With the purposes of a starter text, as most notices call them. */
const inWords = (locale: string): ReplyWords => {
  const { marketing, utility, authentication } = wordsIn(starterTable, locale).purposes;
  return { locale, named: [marketing, authentication], goingOn: [utility], withoutAdvertising: 'US' };
};

/** Whatever the product can send or have somebody send back, in one language, for one business. Titles of buttons apart. */
function ownTexts(locale: string, business: string): string[] {
  const purposes = [
    { purposeId: 'offers', name: 'Offers', category: 'marketing' as const },
    { purposeId: 'orders', name: 'Orders', category: 'utility' as const },
    { purposeId: 'codes', name: 'Codes', category: 'authentication' as const },
  ];
  const notice = starterText(locale, { businessName: business, purposes, privacyUrl: 'https://acme.example/privacy' });
  const ids = purposes.map(({ purposeId }) => purposeId);
  const replies = replyKinds
    .filter((kind): kind is ConfirmingKind => !elsewhere.has(kind))
    .flatMap((kind) =>
      (['whatsapp', 'sms'] as const).map((channel) =>
        composeReply(kind, [app(locale, business)], channel, inWords(locale)),
      ),
    );
  const question = optInQuestion(notice, ids, 'cbcdfghjkmnpqrst');
  const version = {
    appId: 'acme',
    noticeId: 'hello',
    version: 1,
    profile: 'strict',
    texts: [notice],
    hashes: {},
  } as const;
  const first = firstContactQuestion(
    app(locale, business),
    { version: { ...version, warnings: [], publishedAt: 0, publishedBy: 'key' }, text: notice },
    ids,
    'q'.repeat(16),
  );
  const poster = wordsIn(posterTable, locale);
  const human = wordsIn(humanTable, locale);
  return [
    ...replies.map(({ text }) => text),
    composeSmsHelp([app(locale, business), app(locale, 'Second Shop')]),
    ...(question === undefined ? [] : [question.text]),
    ...(first === undefined ? [] : [first.message.text]),
    agreementSentence(notice, ids),
    agreementSentence(notice, ids, '+1 415 555 0100'),
    chatWords(notice, ids),
    greetingWords(locale, business),
    templateTexts(locale).footer,
    ...Object.values(notice).flatMap((part) => (typeof part === 'string' ? [part] : [])),
    ...notice.purposes.map(({ text }) => text),
    human.wayToHuman,
    human.handedOver.replace('{business}', () => business),
    human.handedOverAway.replace('{business}', () => business).replace('{when}', spokenOpening(0, locale)),
    ...Object.values(poster).map((words) => String(words).replaceAll('{business}', () => business)),
  ];
}

const cases = languages.flatMap((locale) => businesses.map((business) => [locale, business] as const));

describe.each(cases)('what we send in %s for %s', (locale, business) => {
  // A name that is a keyword by itself and stands alone on a line is one.
  const texts = ownTexts(locale, business).filter((text) => text !== business);

  test('is never heard as a clear keyword', () => {
    const heard = texts.filter((text) => matchKeyword(text).answer === 'clear');
    expect(heard).toEqual([]);
  });

  test('is not heard as one when it comes back quoted, forwarded in words, or in one line', () => {
    for (const text of texts) {
      for (const copy of [
        text.replaceAll(/^/gm, '> '),
        `“${text}”`,
        `Fwd: ${text}`,
        `${text} ${text}`,
        text.replaceAll('\n', ' '),
        text.toLowerCase(),
        `On Monday Acme wrote: ${text}`,
      ]) {
        expect(matchKeyword(copy).answer, copy).not.toBe('clear');
      }
    }
  });

  // Of "Olá, STOP! Gostaria de…" nobody can say whether it is the beginning of ours.
  test.skipIf(business === 'STOP')('is not heard as one when it is cut at its end', () => {
    for (const text of texts) {
      const words = text.split(' ');
      for (let kept = 4; kept < words.length; kept += 1) {
        const copy = `${words.slice(0, kept).join(' ')}…`;
        expect(matchKeyword(copy).answer, copy).not.toBe('clear');
      }
    }
  });
});

test.each(languages)('a reply in %s is not heard as a clear stop where half of a name is one', (locale) => {
  for (const name of ['Alto. Café', 'Cancel. Co', 'End. Stop']) {
    for (const kind of ['stop-confirmed', 'marketing-stop-confirmed', 'opt-in-confirmed'] as const) {
      const { text } = composeReply(kind, [app(locale, name)], 'whatsapp', inWords(locale));
      for (const copy of [text, text.toLowerCase(), `${text} ${text}`])
        expect(matchKeyword(copy).answer, copy).not.toBe('clear');
    }
  }
});

describe('replies that come back from another robot', () => {
  test.each(languages)('are nothing at all in %s, so that two robots do not talk for ever', (locale) => {
    for (const kind of [
      'switch-off-confirmed',
      'stop-confirmed',
      'marketing-stop-confirmed',
      'start-confirmed',
      'opt-in-confirmed',
      'ask-whether-stop',
    ] as const) {
      expect(understandText(composeReply(kind, [app(locale, 'Acme')], 'sms', inWords(locale)).text).act).toBe('none');
    }
    expect(understandText(composeSmsHelp([app(locale, 'Acme')])).act).toBe('none');
  });

  test.each(languages)('nor is the opt-in question in %s, where the notice does not say how to stop', (locale) => {
    const { howToStop: _unsaid, ...notice } = starterText(locale, {
      businessName: 'Acme',
      purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
      privacyUrl: 'https://acme.example/privacy',
    });
    const question = optInQuestion(notice, ['offers'], 'cbcdfghjkmnpqrst');
    expect(understandText(question?.text ?? 'STOP').act).toBe('none');
  });

  test.each([
    'Reply HELP for help, STOP to cancel',
    'Thanks for your message. Reply STOP to unsubscribe or HELP for help. Msg&data rates may apply.',
    'Text STOP to opt out.',
    'To stop these messages reply STOP',
    'Responda STOP para cancelar',
    'Antworten Sie mit STOP, um sich abzumelden',
    'Répondez STOP pour vous désabonner',
    'Out of office until Monday. Text STOP to end.',
  ])('of somebody else are at most unclear: %s', (text) => {
    expect(matchKeyword(text).answer).not.toBe('clear');
  });
});

describe('beside our words', () => {
  const reply = composeReply('start-confirmed', [app('en', 'Acme')], 'whatsapp', inWords('en')).text;

  test.each([
    [`${reply}\nSTOP`],
    [`STOP\n${reply}`],
    [`STOP\n\n> ${reply}`],
    [`${reply} Stop sending me messages`],
    [`Stop all messages. ${reply}`],
  ])('a stop of their own is heard: %j', (text) => {
    expect(matchKeyword(text)).toMatchObject({ keyword: 'stop' });
  });

  test.each(languages)('in %s the title of a button that stops is a stop when it is typed', (locale) => {
    const { buttons = [] } = composeReply('ask-whether-stop', [app(locale, 'Acme')], 'whatsapp', inWords(locale));
    expect(matchKeyword(buttons[0]?.title ?? '').answer).not.toBe('none');
    expect(matchKeyword(buttons[1]?.title ?? '')).toMatchObject({ answer: 'clear', keyword: 'stop', of: 'marketing' });
    expect(matchKeyword(buttons[2]?.title ?? '').answer).not.toBe('clear');
    expect(matchKeyword(templateTexts(locale).optOutButton)).toMatchObject({
      answer: 'clear',
      keyword: 'stop',
      of: 'all',
    });
  });

  test.each([
    'I want to stop all messages from you',
    'stop all messages from Acme',
    'quiero dejar de recibir todos los mensajes de Acme',
    'Please stop all your messages',
  ])('words that are close to ours and typed by a person are not lost: %s', (text) => {
    expect(matchKeyword(text)).toMatchObject({ keyword: 'stop' });
  });
});
