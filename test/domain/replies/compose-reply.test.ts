import { describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { languages, wordsIn } from '../../../lambdas/domain/languages/language.ts';
import { repliesTable, threadTable } from '../../../lambdas/domain/languages/tables.ts';
import { replyKinds } from '../../../lambdas/domain/ledger/reply-kind.ts';
import { type ConfirmingKind, composeReply, composeSmsHelp } from '../../../lambdas/domain/replies/compose-reply.ts';
import { messageFaults } from '../../../lambdas/domain/replies/message-limits.ts';
import type { ReplyWords } from '../../../lambdas/domain/replies/reply-words.ts';

const app = (locale: string, parts: Partial<App> = {}): App => ({
  appId: 'acme',
  displayName: 'Acme $& Söhne',
  smsName: 'ACME',
  locale,
  timeZone: 'UTC',
  smsNumbers: [],
  purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true }],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  version: 1,
  createdAt: 0,
  updatedAt: 0,
  ...parts,
});

const elsewhere: ReadonlySet<string> = new Set([
  'opt-in-question',
  'first-contact',
  'welcome',
  'preferences',
  'automated-reply',
  'handover-confirmed',
]);

const inWords = (locale: string): ReplyWords => ({
  locale,
  named: ['Offers {business}', '$&'],
  goingOn: ['Orders'],
  withoutAdvertising: 'US',
});

describe.each(languages)('replies in %s', (language) => {
  test('name the business and leave nothing unfilled', () => {
    // The questions have words of their own.
    for (const kind of replyKinds.filter((each): each is ConfirmingKind => !elsewhere.has(each))) {
      for (const channel of ['whatsapp', 'sms'] as const) {
        const { text } = composeReply(kind, [app(language)], channel, inWords(language));
        expect(text).toContain('Acme $& Söhne');
        expect(text.replaceAll('{business}', '')).not.toMatch(/[{}]/);
      }
    }
  });

  test('name the words that work everywhere: the way back after a stop, the way out after a yes', () => {
    expect(repliesTable[language].stopConfirmed).toMatch(/\bSTART\b/);
    expect(repliesTable[language].startConfirmed).toMatch(/\bSTOP\b/);
    expect(repliesTable[language].optInConfirmed).toMatch(/\bSTOP\b.*\bHELP\b/);
    expect(repliesTable[language].askWhetherStopBySms).toMatch(/\bSTOP\b.*\bSTART\b/);
    expect(repliesTable[language].help).toMatch(/\bSTOP\b.*\bSTART\b/);
    for (const [word, keyword] of [
      ['STOP', 'stop'],
      ['START', 'start'],
      ['HELP', 'help'],
    ])
      expect(matchKeyword(word ?? '')).toMatchObject({ answer: 'clear', keyword });
  });

  test('a stop of marketing is never said to be undone by START, nor to be a stop of everything', () => {
    const confirmed = (more: Partial<ReplyWords>) =>
      composeReply('marketing-stop-confirmed', [app(language)], 'whatsapp', { ...inWords(language), ...more }).text;
    const whole = confirmed({});
    expect(whole).not.toMatch(/\bSTART\b|https?:|%|€/);
    expect(whole).not.toContain(repliesTable[language].stopConfirmed);
    // What ended, what goes on, and how to come back: a sentence each.
    expect(whole.match(/[.।](?: |$)/g)).toHaveLength(3);
    expect(confirmed({ goingOn: [] }).match(/[.।](?: |$)/g)).toHaveLength(2);
    expect(confirmed({ named: [] })).toContain(repliesTable[language].marketing);
  });

  test('name what comes, what ends and what goes on', () => {
    const said = (kind: 'opt-in-confirmed' | 'start-confirmed' | 'marketing-stop-confirmed') =>
      composeReply(kind, [app(language)], 'sms', { locale: language, named: ['Angebote'], goingOn: ['ऑर्डर'] }).text;
    expect(said('opt-in-confirmed')).toContain('Angebote');
    expect(said('start-confirmed')).toContain('Angebote');
    expect(said('marketing-stop-confirmed')).toMatch(/Angebote.*ऑर्डर/);
  });

  test('a stop confirmation offers nothing', () => {
    expect(repliesTable[language].stopConfirmed).not.toMatch(/https?:|%|OPTIN|[$€]/);
  });

  test('the question whether to stop has a third way where marketing alone would end something and something else goes on', () => {
    const asked = (more: Partial<ReplyWords>, channel: 'whatsapp' | 'sms' = 'whatsapp') =>
      composeReply('ask-whether-stop', [app(language)], channel, { ...inWords(language), ...more });
    const ids = (more: Partial<ReplyWords>) => asked(more).buttons?.map(({ id }) => id);
    expect(ids({})).toEqual(['optledger:stop-all', 'optledger:stop-marketing', 'optledger:keep']);
    expect(ids({ named: [] })).toEqual(['optledger:stop-all', 'optledger:keep']);
    expect(ids({ goingOn: [] })).toEqual(['optledger:stop-all', 'optledger:keep']);
    expect(messageFaults(asked({}))).toEqual([]);
    expect(asked({}, 'sms')).not.toHaveProperty('buttons');
    // By SMS the way is a word, the one that stands on the button.
    const words = threadTable[language].buttonStopMarketing.toLocaleLowerCase(language);
    expect(asked({}, 'sms').text.toLocaleLowerCase(language)).toContain(words);
    expect(asked({}, 'sms').text).toMatch(/\bSTOP\b.*\bSTART\b/);
    expect(asked({ named: [] }, 'sms').text).not.toBe(asked({}, 'sms').text);
  });

  test('a confirmation has the button that changes what comes, unless the text is too long for one; a stop has none', () => {
    for (const kind of [
      'opt-in-confirmed',
      'start-confirmed',
      'marketing-stop-confirmed',
      'switch-off-confirmed',
    ] as const) {
      const message = (channel: 'whatsapp' | 'sms', named = ['Offers']) =>
        composeReply(kind, [app(language)], channel, { locale: language, named, goingOn: ['Orders'] });
      expect(message('whatsapp').buttons).toEqual([
        { id: `optledger:preferences:${language}`, title: threadTable[language].buttonChange },
      ]);
      expect(messageFaults(message('whatsapp'))).toEqual([]);
      expect(message('sms')).not.toHaveProperty('buttons');
      expect(message('whatsapp', ['x'.repeat(1024)])).not.toHaveProperty('buttons');
    }
    expect(composeReply('stop-confirmed', [app(language)], 'whatsapp', inWords(language))).not.toHaveProperty(
      'buttons',
    );
  });

  test('a switch that is off says what ended and what goes on, and nothing of START', () => {
    const { text } = composeReply('switch-off-confirmed', [app(language)], 'whatsapp', {
      locale: language,
      named: ['Angebote'],
      goingOn: ['ऑर्डर'],
    });
    expect(text).toMatch(/Angebote.*ऑर्डर/);
    expect(text).not.toMatch(/\bSTART\b/);
  });
});

test('the language is that of the tag; others get English', () => {
  expect(wordsIn(repliesTable, 'pt-BR')).toBe(repliesTable.pt);
  expect(wordsIn(repliesTable, 'ES_mx')).toBe(repliesTable.es);
  expect(wordsIn(repliesTable, 'la')).toBe(repliesTable.en);
  expect(wordsIn(repliesTable, 'constructor')).toBe(repliesTable.en);
});

test('an act that covered several apps names them all', () => {
  const apps = [app('en', { displayName: 'Acme' }), app('es', { appId: 'cafe', displayName: 'Café' })];
  expect(composeReply('stop-confirmed', apps, 'sms', inWords('en')).text).toMatch(/^Acme, Café: you’re unsubscribed/);
});

test('help offers OPTIN for those names only that it would opt in to', () => {
  const { smsName: _name, ...nameless } = app('en');
  const apps = [app('en'), app('en', { smsName: 'BANK', purposes: [] }), nameless];
  expect(composeSmsHelp(apps).match(/OPTIN \w+/g)).toEqual(['OPTIN ACME']);
});
