import { allKeywords, type HeardWords } from '../../../lambdas/domain/languages/all-keywords.ts';
import { pick } from '../../model/random-history.ts';

/** Words and sentences of everyday messages, in the languages in which most of them come. */
const everyday = [
  'Hello, is my order on its way?',
  'When do you open tomorrow, please',
  'Hola, ¿a qué hora abren mañana?',
  'quiero sair da lista mas não agora',
  'Guten Tag, wann kommt mein Paket denn endlich an',
  'Bonjour, je voudrais savoir où est ma commande',
  'Buongiorno, vorrei cambiare la taglia',
  'नमस्ते, मेरा ऑर्डर कब आएगा',
  'مرحبا، متى يصل طلبي من فضلك؟',
  'Здравствуйте, когда приедет мой заказ?',
  'Merhaba, siparişim nerede acaba',
  'Halo, pesanan saya sudah dikirim belum ya',
  '你好，我的订单什么时候到',
  'こんにちは、注文はいつ届きますか',
  '안녕하세요 주문은 언제 오나요',
  'สวัสดีค่ะ ของจะมาถึงเมื่อไหร่คะ',
];

const signs = [
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  '! ',
  '? ',
  '\n',
  ' - ',
  ' 👍 ',
  '…',
  '。',
  '、',
  '？',
  ' but ',
  ' pero ',
  "'",
  '\u200b',
  '  ',
];
const looks: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ['а', 'á'],
    e: ['е', 'é'],
    o: ['о', '0', 'ο', 'ö'],
    p: ['р'],
    s: ['ѕ', '5', 'ss'],
    t: ['т', 'tt'],
    c: ['с', 'ç'],
    i: ['ı', 'İ', 'í'],
  }),
);

/** What can stand for a part of a pattern: its plain words, options taken or left out by chance. */
function said(random: () => number, pattern: string): string {
  let text = pattern.replace(/\(\?<?[!=][^()]*\)|\\p\{[^}]*\}[*+?]?|\{\d+(?:,\d+)?\}/g, '');
  for (let deep = 0; deep < 12 && /\([^()]*\)/.test(text); deep += 1) {
    text = text.replace(/\((?:\?:)?([^()]*)\)(\?)?/, (_, choices: string, optional: string | undefined) =>
      optional !== undefined && random() < 0.5 ? '' : pick(random, choices.split('|')),
    );
  }
  return pick(random, text.split('|'))
    .replace(/(.)\?/g, (_, letter: string) => (random() < 0.5 ? letter : ''))
    .replace(/[\\^$[\]()*+]/g, '');
}

function anyWord(random: () => number, words: HeardWords): string {
  const { phrases = {}, maybePhrases = {}, harmless = [] } = words;
  const lists = [
    words.explicit,
    words.stop,
    words.everyday,
    words.maybe,
    words.start,
    words.help,
    words.courtesies,
    words.requests,
    words.requestEnds,
    words.greetings,
    words.tails,
  ];
  const patterns = [...Object.values(phrases), ...Object.values(maybePhrases), ...harmless];
  if (patterns.length > 0 && random() < 0.4) return said(random, pick(random, patterns));
  const list = pick(
    random,
    lists.filter((each) => each !== undefined && each !== ''),
  );
  return list === undefined ? 'stop' : pick(random, list.split(/[,،]/)).trim();
}

/** Nearly the same: a letter doubled, left out, in another case or script. */
function nearly(random: () => number, text: string): string {
  const letters = [...text];
  const at = Math.floor(random() * letters.length);
  const letter = letters[at] ?? '';
  const others = [letter + letter, '', letter.toUpperCase(), ...(looks.get(letter.toLowerCase()) ?? [])];
  letters[at] = pick(random, others);
  return letters.join('');
}

/** A message as people write it, and as nobody does: keywords, phrases and courtesies of all languages beside everyday words. */
export function randomText(random: () => number): string {
  const own = [pick(random, allKeywords), pick(random, allKeywords), pick(random, allKeywords)];
  const long = random() < 0.002;
  const parts = long ? 400 : 1 + Math.floor(random() ** 2 * 9);
  let text = '';
  for (let part = 0; part < parts && text.length < 4096; part += 1) {
    const chance = random();
    const words = chance < 0.55 ? anyWord(random, pick(random, own)) : pick(random, everyday);
    const some =
      chance < 0.7
        ? words
        : words
            .split(' ')
            .slice(0, 1 + Math.floor(random() * 4))
            .join(' ');
    const again = random() < 0.05 ? `${some} ${some}` : some;
    text +=
      (random() < 0.2 ? nearly(random, again) : again) +
      (part + 1 < parts || random() < 0.3 ? pick(random, signs) : '');
  }
  const cased = random() < 0.15 ? text.toUpperCase() : text;
  return cased.slice(0, 4096);
}
