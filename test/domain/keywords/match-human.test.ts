import { describe, expect, test } from 'vitest';
import { understandMessage, understandText } from '../../../lambdas/domain/inbound/understand.ts';
import { matchHuman } from '../../../lambdas/domain/keywords/match-human.ts';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { matchOptInSms } from '../../../lambdas/domain/keywords/match-opt-in-sms.ts';
import { wordsOf } from '../../../lambdas/domain/keywords/rule-id.ts';
import { type Language, languages } from '../../../lambdas/domain/languages/language.ts';
import { humanTable } from '../../../lambdas/domain/languages/tables.ts';
import { makeCorpus } from './corpus/make-corpus.ts';

const asks: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'agent',
    'AGENT!!',
    'Agent please',
    'hi, I want to talk to a person',
    'can I speak with a human?',
    'human',
    'talk to someone',
    'could I chat with a real person please',
    'customer service',
  ],
  es: [
    'asesor',
    'ASESOR',
    'hola, quiero hablar con un asesor',
    'quiero hablar con una persona por favor',
    'humano',
    'hablar con alguien',
    'persona real',
    '¿puedo hablar con un ejecutivo?',
    'atencion al cliente',
  ],
  pt: [
    'atendente',
    'quero falar com um atendente',
    'falar com atendente',
    'oi, quero falar com uma pessoa',
    'humano',
    'gostaria de falar com alguém',
  ],
  fr: [
    'conseiller',
    'bonjour, je voudrais parler à un conseiller',
    'un humain svp',
    'parler à quelqu’un',
    'service client',
  ],
  de: [
    'Mitarbeiter',
    'Mensch bitte',
    'ich möchte mit einem Menschen sprechen',
    'mit einem Mitarbeiter sprechen',
    'Kundenservice',
    'Kann ich mit jemandem sprechen?',
  ],
  it: [
    'operatore',
    'vorrei parlare con un operatore',
    'parlare con una persona',
    'buongiorno, vorrei parlare con qualcuno',
    'assistenza clienti',
  ],
  hi: ['एजेंट', 'एजेंट प्लीज', 'किसी से बात करनी है', 'agent se baat karni hai', 'मुझे किसी इंसान से बात करनी है'],
  ar: ['موظف', 'أريد التحدث مع موظف', 'خدمة العملاء', 'موظف لو سمحت'],
  id: ['petugas', 'admin', 'saya mau bicara dengan petugas', 'bicara dengan orang', 'cs kak'],
  tr: ['temsilci', 'TEMSİLCİ', 'müşteri temsilcisi', 'bir temsilciyle görüşmek istiyorum', 'canlı destek lütfen'],
};

describe.each(languages)('asking for a human in %s', (language) => {
  test.each(asks[language])('%s', (text) => {
    expect(matchHuman(text)).toMatch(/^human\./);
    expect(understandText(text)).toMatchObject({ act: 'human' });
  });

  const { words, wayToHuman, button } = humanTable[language];
  test('no word of it is heard as anything else of ours', () => {
    for (const word of wordsOf(words)) {
      expect(matchKeyword(word), word).toEqual({ answer: 'none' });
      expect(matchOptInSms(word), word).toBeUndefined();
    }
  });

  test('the word that our messages name asks for one, and so does what the button says where it is typed', () => {
    const named = wayToHuman.match(/\p{Lu}{3,}|«[^»]+»|एजेंट/u)?.[0] ?? '';
    expect(matchHuman(named)).toMatch(/^human\./);
    expect(matchHuman(button), button).toMatch(/^human\./);
    expect(button.length).toBeLessThanOrEqual(20);
  });
});

test('nothing of the corpus asks for a human: whatever it is heard as, and the harmless sentences neither', () => {
  for (const { text } of makeCorpus()) expect(understandText(text).act, text).not.toBe('human');
});

test.each([
  'agent 007 was great',
  'my agent told me about the house',
  'I am a human being and I like your shop',
  'stop, I want to talk to a person',
  'the person at the door',
  'asesoría fiscal',
  'is there a person named Ana?',
  '',
  '👍',
])('"%s" is none', (text) => {
  expect(understandText(text).act).not.toBe('human');
});

test('a stop beside the wish stays a stop', () => {
  expect(understandText('STOP. I want to talk to a person')).toMatchObject({ act: 'stop' });
});

test('the button asks, a forwarded wish does not', () => {
  expect(understandMessage({ payload: { from: 'reply-button', id: 'optledger:human' }, forwarded: false })).toEqual({
    act: 'human',
    rule: 'optledger:human',
  });
  expect(understandMessage({ text: 'agent', forwarded: true })).toEqual({ act: 'none' });
});
