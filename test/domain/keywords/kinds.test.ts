import { describe, expect, test } from 'vitest';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { expectAnswers } from './answers.ts';

describe('a stop word before other words', () => {
  expectAnswers([
    ['STOP. I never signed up for this', 'stop.en.stop'],
    ['STOP\nSent from my iPhone', 'stop.en.stop'],
    ['Hi,\nstop\nI never signed up', 'stop.en.stop'],
    ['Hello John. STOP! Who are you', 'stop.en.stop'],
    ['СТОП. Я не подписывался', 'stop.ru.стоп'],
    ['STOPP!\nIch kenne Sie nicht', 'stop.de-no.stopp'],
    ['STOP, what about my order', 'maybe-stop.en.stop'],
    ['Stop? I love your messages', 'maybe-stop.en.stop'],
    ['I like them. STOP', 'maybe-stop.en.stop'],
    ['cancel. I never signed up', 'maybe-stop.en.cancel'],
    ['Baja\nno los conozco', 'maybe-stop.es.baja'],
    ['Cancel\nThanks,\nMaria', 'stop.en.cancel'],
    ['Cancel. My order', 'maybe-stop.en.cancel'],
  ]);
});

describe('several stop words', () => {
  expectAnswers([
    ['QUIT QUIT', 'stop.en.quit'],
    ['sair, sair, sair', 'stop.pt.sair'],
    ['opt out opt out', 'stop.en.opt-out'],
    ['STOP, UNSUBSCRIBE, CANCEL', 'stop.en.stop'],
    ['please stop please stop', 'stop.en.stop'],
    ['end stop street', 'maybe-stop.en.stop'],
  ]);
});

describe('STOP and START together', () => {
  test.each(['STOP\nSTART', 'STOP. ALTA', 'stop, please start', 'START STOP', 'ALTO. Alta', 'СТОП! старт'])(
    '%j is unclear',
    (text) => {
      expect(matchKeyword(text)).toMatchObject({ answer: 'ambiguous', keyword: 'stop' });
    },
  );
});

describe('channels', () => {
  test.each([
    'stop the SMS, WhatsApp is fine',
    'não quero sms, só whatsapp',
    'Stop. Call me instead',
    'stop texting, email me',
    'STOP. I prefer email',
    'keine SMS mehr, WhatsApp reicht',
    'stop sms whatsapp ok',
    'stop calls texts are fine whatsapp ok',
    'stop sms whatsapp está bien',
    'stop sms whatsapp è ok',
    'stop sms whatsapp só',
    'Stop SMS. The many nice pictures of your shop that you send me every week in WhatsApp I want to go on having',
  ])('a wish for another makes it unclear: %s', (text) => {
    expect(matchKeyword(text)).toMatchObject({ answer: 'ambiguous', keyword: 'stop' });
  });

  test.each([
    'stop sms and whatsapp',
    'STOP. No WhatsApp please.',
    'Stop sms please',
    'Stop the WhatsApps',
    'STOP\nSent from WhatsApp',
    'Stop texting me. You have my email since May but I never agreed to anything like this from you people',
    // A denial beside the channel is heard as its language writes it: yeh, accents and horns are folded in what people type.
    'STOP. WhatsApp نہیں',
    'سٹاپ۔ واٹس ایپ نہیں',
    'STOP. WhatsApp değil',
    'STOP. WhatsApp degil',
    'STOP. WhatsApp không',
    'STOP. WhatsApp ikke',
    'STOP. όχι WhatsApp',
    'STOP. não WhatsApp',
  ])('merely named it changes nothing: %s', (text) => {
    expect(matchKeyword(text)).toMatchObject({ answer: 'clear', keyword: 'stop', of: 'all' });
  });
});

describe('what ends', () => {
  expectAnswers([
    ['No more offers', 'stop.en.no-more-messages', 'marketing'],
    ['Stop promotions but keep order updates', 'stop.en.stop-messages', 'marketing'],
    ['stop ads and promotions', 'stop.en.stop-messages', 'marketing'],
    ['Stop promotional messages', 'stop.en.stop-messages', 'marketing'],
    ['stop offers and messages', 'stop.en.stop-messages'],
    ['No more offers. Unsubscribe', 'stop.en.unsubscribe'],
    ['No more offers. STOP TEXTING ME', 'stop.en.stop-sending-messages'],
    ['Newsletter abbestellen', 'stop.de.nachrichten-stoppen'],
    ['stop spam', 'stop.en.stop-messages'],
    ['no quiero más promociones', 'stop.es.no-quiero-mensajes', 'marketing'],
    ['reklam istemiyorum', 'stop.tr.mesaj-istemiyorum', 'marketing'],
  ]);
});

describe('questions', () => {
  expectAnswers([
    ['no more offers?', 'maybe-stop.en.no-more-messages'],
    ['Unsubscribe? No, I like them', 'maybe-stop.en.unsubscribe'],
    ['Can you please stop texting me? I never signed up', 'stop.en.stop-sending-messages'],
    ['Stop?', 'stop.en.stop'],
  ]);
});

describe('words that people get wrong or hint with', () => {
  test.each([
    'stop2quit',
    'STOP2END',
    'stopsms',
    'Take my contact info off',
    'Do not contact',
    'wrong number',
    'I don’t want to be on this list',
    'who gave you my number',
  ])('%s is at least unclear', (text) => {
    expect(matchKeyword(text)).toMatchObject({ keyword: 'stop' });
  });
});
