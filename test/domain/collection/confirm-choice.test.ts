import { describe, expect, test } from 'vitest';
import { chatWords } from '../../../lambdas/domain/collection/chat-words.ts';
import { decideConfirmation } from '../../../lambdas/domain/collection/confirm-choice.ts';
import { formatReference } from '../../../lambdas/domain/collection/reference.ts';
import { openingMessage } from '../../../lambdas/domain/collection/whatsapp-link.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { starterText } from '../../../lambdas/domain/notice/starter/starter-text.ts';
import { testChoice, testCode } from '../../support/pages/collection.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const anna = { phone: '525512345678' };
const bea = { phone: '16505551234' };
const words = 'I agree to receive offers & news from Stop & Shop’s store on WhatsApp at this number.';
const choice = testChoice(1, { words });
const code = formatReference(testCode(1));
const sent = openingMessage(words, testCode(1));
const decide = (text: string, of = choice, sender: { phone?: string; bsuid?: string } = anna, at = noon + 60_000) =>
  decideConfirmation(of, sender, text, at);

describe('what was ready to be sent', () => {
  test('confirms when it comes unedited', () => {
    expect(decide(sent)).toEqual({ decide: 'grant' });
  });

  test.each(languages)('confirms unedited in %s, for every set of purposes', (locale) => {
    const purposes = (['marketing', 'utility', 'authentication'] as const).map((category) => ({
      purposeId: category,
      name: category,
      category,
    }));
    const text = starterText(locale, {
      businessName: 'Stop & Shop',
      purposes,
      privacyUrl: 'https://s.example/privacy',
    });
    for (const chosen of [['marketing'], ['utility', 'marketing'], ['marketing', 'utility', 'authentication']]) {
      const own = testChoice(1, { words: chatWords(text, chosen), purposes: chosen });
      expect(decide(openingMessage(own.words, own.code), own)).toEqual({ decide: 'grant' });
      expect(decide(own.words.slice(0, -9) + code, own)).toMatchObject({ decide: 'ask' });
    }
  });

  test.each([
    ['in capitals', sent.toUpperCase()],
    ['in small letters', sent.toLowerCase()],
    ['with emoji', `👋 ${sent} 🎉🙏👍`],
    ['over lines', sent.replaceAll(' ', '\n')],
    ['with other quotes and dashes', sent.replace('’', "'").replaceAll('-', '–')],
    ['with a code in capitals and blanks', `${words} ${code.toUpperCase().replaceAll('-', ' ')}`],
    ['with the code first', `(${code}) ${words}`],
    ['without the brackets', `${words} ${code}`],
    ['with bold letters of WhatsApp', `*${words}* _(${code})_`],
    ['with a greeting before', `Hello! ${sent}`],
    ['with a name and thanks after', `${sent}\nThanks, Ana López`],
    ['with a wish after', `${sent} Please tell me about the new shoes.`],
    ['with a wish in Spanish', `Buenos días. ${sent} Quiero ver los zapatos.`],
    ['in full width', words.replaceAll(/[a-z]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)) + code],
  ])('confirms as a person may send it: %s', (_name, text) => {
    expect(decide(text)).toEqual({ decide: 'grant' });
  });
});

describe('a sentence that is not all there', () => {
  test.each([
    ['only the code', `(${code})`],
    ['other words', `yes please (${code})`],
    ['half of it', `I agree to receive offers (${code})`],
    ['a word less', sent.replace('agree ', '')],
    ['a word changed', sent.replace('offers', 'orders')],
    ['a word put in', sent.replace('agree', 'dont agree')],
    ['two words put in', sent.replace('I agree', 'I do not agree')],
    ['another order', `agree I to receive offers ${code}`],
    ['in a quoted line', `> ${sent}`],
    ['quoted, with an answer', `> ${sent}\nwhat is this`],
    ['another language', `Acepto recibir ofertas (${code})`],
  ])('is asked about: %s', (_name, text) => {
    expect(decide(text)).toEqual({ decide: 'ask', why: 'words-changed' });
  });
});

describe('a sentence with something beside it that may take it back', () => {
  test.each([
    ['en', 'Not!'],
    ['en', 'just kidding'],
    ['en', 'I don’t'],
    ['en', 'i dont want this'],
    ['en', 'No'],
    ['en', 'NO!!!'],
    ['en', 'never'],
    ['en', 'That is wrong'],
    ['en', 'I won’t'],
    ['es', 'no quiero'],
    ['es', 'nunca'],
    ['es', 'Jamás'],
    ['pt', 'não quero'],
    ['pt', 'nao'],
    ['fr', 'je n’accepte pas'],
    ['fr', 'jamais'],
    ['fr', 'Non'],
    ['de', 'das will ich nicht'],
    ['de', 'nein'],
    ['de', 'niemals'],
    ['de', 'keine Werbung'],
    ['it', 'non voglio'],
    ['it', 'mai'],
    ['hi', 'नहीं'],
    ['hi', 'मत भेजो'],
    ['ar', 'لا أريد'],
    ['ar', 'لن'],
    ['ar', 'لست موافقا'],
    ['id', 'tidak mau'],
    ['id', 'jangan'],
    ['id', 'bukan'],
    ['tr', 'hayır'],
    ['tr', 'istemiyorum'],
    ['tr', 'kabul etmiyorum'],
    ['tr', 'değil'],
    ['ru', 'не хочу'],
    ['pl', 'nie'],
    ['nl', 'niet'],
    ['vi', 'không'],
    ['zh', '我不要'],
    ['ja', 'いりません'],
    ['ko', '안 돼요'],
    ['he', 'לא'],
    ['a script that we cannot read', 'ไม่'],
    ['a question', 'what is this?'],
    ['a question sign alone', '?'],
    ['a question in Arabic', 'ما هذا؟'],
    ['a thumb down', '👎'],
    ['a cross', '❌'],
    ['a stop sign', '🛑'],
    ['HELP', 'HELP'],
    ['START', 'START'],
    ['STOP', 'STOP'],
    ['maybe a stop', 'please stop calling my brother'],
    ['a limit', 'but only about shoes'],
    ['a limit in Spanish', 'pero no de noche'],
    ['a limit in Portuguese', 'somente sapatos'],
    ['a limit in French', 'sauf le dimanche'],
    ['a limit in German', 'aber nur sonntags'],
    ['a limit in Italian', 'soltanto scarpe'],
    ['id', 'tapi jangan malam'],
    ['tr', 'ama sadece ayakkabı'],
    ['hi', 'लेकिन केवल जूते'],
    ['ar', 'لكن فقط أحذية'],
    ['en', 'I refused'],
    ['en', 'this is spam'],
    ['en', 'scam'],
    ['en', 'I hate it'],
    ['vi', 'khong'],
    ['sw', 'hapana'],
    ['sw', 'sitaki'],
    ['tl', 'ayaw ko'],
    ['tl', 'huwag'],
    ['ms', 'taknak'],
    ['nl', 'geen reclame'],
    ['cs', 'nechci'],
    ['ro', 'niciodată'],
    ['hu', 'soha'],
    ['much more text', 'word '.repeat(21)],
  ])('is asked about, before and after it: %s, %s', (_language, extra) => {
    expect(decide(`${sent}\n${extra}`)).toMatchObject({ decide: 'ask', why: 'doubt' });
    expect(decide(`${extra}\n${sent}`)).toMatchObject({ decide: 'ask', why: 'doubt' });
  });

  test('is asked about when it is crossed out', () => {
    expect(decide(`~${words}~ (${code})`)).toEqual({ decide: 'ask', why: 'doubt' });
  });

  test.each([
    ['crossed out', sent.replace('agree', '~agree~')],
    ['crossed out letter by letter', sent.replace('agree', `${[...'agree'].join('\u0336')}\u0336`)],
    ['a cross', sent.replace('agree', '❌ agree')],
    ['a thumb down', sent.replace('agree', 'agree 👎')],
    ['a question sign', sent.replace('agree', 'agree?')],
    ['a sign that says not', sent.replace('agree', 'agree 🚫')],
  ])('is asked about when the sign stands inside the sentence: %s', (_name, text) => {
    expect(decide(text)).toEqual({ decide: 'ask', why: 'doubt' });
  });

  test('is asked about when an answer stands in a line that looks quoted', () => {
    expect(decide(`${sent}\n> No!`)).toEqual({ decide: 'ask', why: 'doubt' });
  });

  test('confirms when such a sign is one of our own words', () => {
    const own = testChoice(1, { words: 'I agree to receive offers from Who’s there? on WhatsApp.' });
    expect(decide(openingMessage(own.words, own.code), own)).toEqual({ decide: 'grant' });
    expect(decide(openingMessage(own.words.replace('offers', 'offers?'), own.code), own)).toMatchObject({
      decide: 'ask',
    });
  });

  test('is asked about when it does not say what is agreed to: the phone then has not said it', () => {
    const text = starterText('hi', {
      businessName: 'Acme',
      purposes: [{ purposeId: 'offers', name: 'x'.repeat(2000), category: 'marketing' }],
      privacyUrl: 'https://s.example/privacy',
    });
    const long = { ...text, agreement: `{purposes} ${'ह'.repeat(300)}` };
    const own = testChoice(1, { words: chatWords(long, ['offers']) });
    expect(decide(openingMessage(own.words, own.code), own)).toEqual({ decide: 'ask', why: 'says-too-little' });
  });

  test('is nothing when it is a reaction to it', () => {
    expect(decide(`Liked “${sent}”`)).toEqual({ decide: 'nothing', why: 'reaction' });
  });

  test('confirms when the sentence itself holds such words', () => {
    const own = testChoice(1, { words: 'I agree: not more than 4 offers a month, no spam. OK?' });
    expect(decide(openingMessage(own.words, own.code), own)).toMatchObject({ decide: 'ask', why: 'doubt' });
    const plain = testChoice(1, { words: 'I agree to not more than 4 offers a month, and no spam.' });
    expect(decide(openingMessage(plain.words, plain.code), plain)).toEqual({ decide: 'grant' });
  });
});

describe('who sends it', () => {
  const typed = testChoice(1, { words, numbers: ['525512345678', '5491123456789'] });

  test.each([
    ['the number typed', '525512345678'],
    ['another number typed', '5491123456789'],
    ['the old form of the same line', '5215512345678'],
  ])('confirms: %s', (_name, phone) => {
    expect(decide(sent, typed, { phone })).toEqual({ decide: 'grant' });
  });

  test.each<[string, { phone?: string; bsuid?: string }]>([
    ['somebody else', bea],
    ['a doubtful form of the number, which may be a stranger', { phone: '541123456789' }],
    ['somebody without a number', { bsuid: 'US.13491208655302741918' }],
  ])('is asked: %s', (_name, sender) => {
    expect(decide(sent, typed, sender)).toEqual({ decide: 'ask', why: 'other-number' });
  });

  test('without a number typed, whoever is first, by number or by BSUID', () => {
    expect(decide(sent, choice, bea)).toEqual({ decide: 'grant' });
    expect(decide(sent, choice, { bsuid: 'US.1' })).toEqual({ decide: 'grant' });
  });

  test('without a number typed, nobody after the first; the first may come again', () => {
    const confirmed = { ...choice, confirmedBy: ['phone:525512345678'] };
    expect(decide(sent, confirmed, bea)).toEqual({ decide: 'ask', why: 'taken' });
    expect(decide(sent, confirmed, { bsuid: 'US.1' })).toEqual({ decide: 'ask', why: 'taken' });
    expect(decide(sent, confirmed, { ...anna, bsuid: 'US.1' })).toEqual({ decide: 'grant' });
  });

  test('of several numbers typed each may confirm, whoever did before', () => {
    const confirmed = { ...typed, confirmedBy: ['phone:5491123456789'] };
    expect(decide(sent, confirmed, anna)).toEqual({ decide: 'grant' });
  });
});

describe('when it is sent', () => {
  test('counts by its own time: a millisecond before the choice lapses, and not at that moment', () => {
    expect(decide(sent, choice, anna, choice.expiresAt - 1)).toEqual({ decide: 'grant' });
    expect(decide(sent, choice, anna, choice.expiresAt)).toEqual({ decide: 'nothing', why: 'lapsed' });
  });

  test('a code that nobody knows is nothing', () => {
    expect(decideConfirmation(undefined, anna, sent, noon)).toEqual({ decide: 'nothing', why: 'unknown' });
  });
});
