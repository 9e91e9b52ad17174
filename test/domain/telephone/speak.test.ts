import { describe, expect, test } from 'vitest';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { agreementTable, firstContactTable, phoneTable } from '../../../lambdas/domain/languages/tables.ts';
import type { NoticeVersion } from '../../../lambdas/domain/notice/notice.ts';
import { starterText } from '../../../lambdas/domain/notice/starter/starter-text.ts';
import { asksYesOrNo } from '../../../lambdas/domain/replies/asks-yes-or-no.ts';
import { purposesAsked } from '../../../lambdas/domain/telephone/purposes-asked.ts';
import { spokenAnswer, spokenNotice } from '../../../lambdas/domain/telephone/speak.ts';
import { acme } from '../../support/ledger/ledger-bench.ts';
import { testText } from '../../support/pages/collection.ts';

const purposes = [
  { purposeId: 'offers', text: 'offers' },
  { purposeId: 'orders', text: 'order updates' },
  { purposeId: 'gone', text: 'what is gone' },
];
const text = testText({ purposes });
const version: NoticeVersion = {
  ...{ appId: 'acme', noticeId: 'hello', version: 2, profile: 'strict' as const, texts: [text], warnings: [] },
  ...{ hashes: { [text.locale]: 'h' }, publishedAt: 0, publishedBy: 'key' },
};
const app = (telephone: App['telephone']): App => ({ ...acme, telephone });
const numbers = [{ phone: '+18005551212' }];

describe('what a menu says', () => {
  test('names the business, the sentence of the notice, how to stop and the keys, and the notice as evidence has it', () => {
    const spoken = spokenNotice(app({ numbers, ivr: { enabled: true } }), version, text);
    expect(spoken).toMatchObject({ noticeId: 'hello', noticeVersion: 2, noticeLocale: text.locale, noticeHash: 'h' });
    expect(spoken?.text).toMatch(/^Hello, this is Acme\. .*offers and order updates.* press 1\./);
    expect(spoken?.text).not.toContain('press 2');
  });

  test('asks for what the settings name, as far as app and text have it', () => {
    expect(purposesAsked(app({ numbers }), text)).toEqual(['offers', 'orders']);
    expect(purposesAsked(app({ numbers, purposes: ['orders', 'news', 'gone'] }), text)).toEqual(['orders']);
    expect(spokenNotice(app({ numbers, purposes: ['news'] }), version, text)).toBeUndefined();
  });

  test.each(languages)('in %s says which key does what, in words of its own', (language) => {
    const words = phoneTable[language];
    expect(words.yes).toMatch(/1/);
    expect(words.yes).toContain('WhatsApp');
    expect(words.yes).not.toMatch(/2/);
    expect(words.no).toMatch(/2/);
    expect(words.no).not.toMatch(/1/);
    expect(words.greeting).toContain('{business}');
    for (const [name, said] of Object.entries(words)) {
      expect(said.replace('{business}', '')).not.toMatch(/[{}"“”<>&]/);
      if (language !== 'en') expect(said).not.toBe(phoneTable.en[name as keyof typeof words]);
    }
    expect(spokenAnswer(language, 'thanks')).toBe(words.thanks);
    expect(typeof starterText).toBe('function');
  });
});

describe('the buttons of a welcome', () => {
  const buttons = (...texts: readonly string[]) => ({
    buttons: texts.map((each) => ({ kind: 'quick-reply', text: each })),
  });
  test.each(languages)('as we say them in %s are yes and no, and not the other way round', (language) => {
    const { yes, no } = agreementTable[language];
    const { noThanks } = firstContactTable[language];
    expect([asksYesOrNo(buttons(yes, no)), asksYesOrNo(buttons(yes, noThanks))]).toEqual([true, true]);
    expect([asksYesOrNo(buttons(no, yes)), asksYesOrNo(buttons(no, no)), asksYesOrNo(buttons(yes, yes))]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test.each([[[]], [['Yes']], [['Yes', 'Later']], [['👍', 'No']], [['Yes', 'No', 'Stop promotions']]])(
    '%j are not',
    (texts) => {
      expect(asksYesOrNo(buttons(...texts))).toBe(false);
    },
  );

  test('a link beside them is no answer', () => {
    const both = buttons('Yes', 'No').buttons;
    expect(asksYesOrNo({ buttons: [...both, { kind: 'url', text: 'Our shop' }] })).toBe(true);
  });
});
