import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../lambdas/domain/languages/language.ts';
import { languageWritten } from '../../../lambdas/domain/languages/language-written.ts';
import { writtenTable } from '../../../lambdas/domain/languages/tables.ts';

const written: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Good morning',
    'Hello, what are your opening hours?',
    'hey how much is it',
    'I want to order',
    'Hi, do you have this?',
    'thank you!!',
  ],
  es: [
    'Hola',
    'HOLA!!',
    'holaaaa',
    'hola 👋',
    'Buenos dias',
    'buenas tardes',
    'Hola, quiero info',
    'cuanto cuesta?',
    'Quisiera saber el precio por favor',
    'ola buenas',
  ],
  pt: [
    'Olá',
    'oi',
    'Oi, tudo bem?',
    'bom dia',
    'Boa tarde, quanto custa?',
    'oiii',
    'gostaria de fazer um pedido',
    'vcs tem entrega?',
  ],
  fr: ['Bonjour', 'bjr', 'Bonsoir, je voudrais commander', 'bonjour 😊', "j'ai une question", 'c’est combien svp ?'],
  de: [
    'Guten Tag',
    'Moin!',
    'Hallo, ich möchte bestellen',
    'was kostet das?',
    'Gruess Gott, haben Sie offen? ich komme',
    'Grüß Gott',
  ],
  it: ['Buongiorno', 'Ciao', 'ciaooo', 'Salve, vorrei un’informazione', 'quanto costa? grazie', 'buonasera'],
  hi: ['नमस्ते', 'मुझे ऑर्डर करना है', 'कीमत कितनी है?', 'नमस्ते 🙏 जानकारी चाहिए'],
  ar: ['مرحبا', 'السلام عليكم', 'صباح الخير', 'كم السعر لو سمحت؟', 'أهلاً، أريد أن أطلب'],
  id: ['Selamat pagi', 'Halo kak, mau tanya harga', 'berapa harganya?', 'saya mau pesan', 'permisi min, bisa pesan?'],
  tr: ['Merhaba', 'iyi günler', 'Iyi aksamlar', 'fiyat alabilir miyim lütfen', 'GÜNAYDIN', 'ne kadar?'],
};

describe.each(languages)('%s', (language) => {
  test.each(written[language])('%s', (text) => {
    expect(languageWritten(text)).toBe(language);
  });
});

test.each([
  ...['', ' ', 'ok', 'OK 👍', 'Hi', 'hello', 'Hello!', '👋', '?', '12345', 'https://example.com', 'Anna', 'test'],
  // Of several languages.
  ...['Hallo', 'hallo!', 'Halo', 'ola', 'Ola!', 'salut', 'Selam', 'salam', 'No', 'si', 'Info', 'bon'],
  // Of languages that we do not speak.
  ...['Hallo, ik wil graag bestellen', 'Goedemorgen', 'Bună ziua, vreau o informație', 'Dzień dobry', 'Hej', 'Jambo'],
  ...[
    'namaste',
    'mujhe kuch chahiye bhai',
    'سلام',
    'سلام، لطفا قیمت',
    'مجھے آرڈر کرنا ہے',
    'Привет',
    '你好',
    'こんにちは',
    'สวัสดี',
    'Γεια',
  ],
  'मला ऑर्डर पाहिजे आहे',
  // Of two at once.
  ...['Hola, good morning', 'Bonjour guten Tag', 'ciao hola'],
])('says nothing for certain: %s', (text) => {
  expect(languageWritten(text)).toBeUndefined();
});

test('a word of another language inside does not change it, and a run of words without an end takes no time', () => {
  expect(languageWritten('Hola, quiero saber el precio de los "good morning" cookies por favor, gracias')).toBe('es');
  expect(languageWritten('holaaaa '.repeat(50_000))).toBe('es');
});

test('the words of the lists are written as they are looked up', () => {
  for (const { words } of Object.values(writtenTable)) expect(words).toBe(words.toLowerCase().normalize('NFKC'));
});
