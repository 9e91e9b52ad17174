import { allKeywords } from '../languages/all-keywords.ts';
import { foldPattern } from './pattern.ts';
import { wordsOfAll } from './rule-id.ts';
import type { Sentence } from './sentences.ts';

/** Names of channels in what people write, with the endings that their languages hang on; over normalised words. */
const channels: readonly { readonly name: string; readonly words: string }[] = [
  {
    name: 'whatsapp',
    words:
      'whats ?app\\p{L}*|wa(?= (?:saja|aja|ja|sahaja|only|dong))|watsapp?|whats|wapp|wpp|zap|zapzap|wsp|wasap|wathsapp?|ватсап\\p{L}*|вацап\\p{L}*|вотсап\\p{L}*|в?уотсап|[وب]?ال?واتس ?اب|واتساب|واتس|וואטסאפ|ב?ווטסאפ|व्हाट्सएप|व्हाट्सऐप|व्हाट्सअप|হোয়াটসঅ্যাপ\\p{M}*|வாட்ஸ்அப்\\p{L}*|واٹس ?ایپ|왓츠앱\\p{L}*|ワッツアップ|วอทส์แอป|ไลน์',
  },
  {
    name: 'sms',
    words: 'sms\\p{L}*|смс\\p{L}*|סמס|מסרון|एसएमएस|এসএমএস|எஸ்எம்எஸ்|ایس ?ایم ?ایس|短信|簡訊|ショートメール|ข้อความสั้น',
  },
  {
    name: 'e-mail',
    words:
      'e ?mails?|emailom|e?mail\\p{L}*|correos?|courriels?|почт\\p{L}*|имейл\\p{L}*|мейл\\p{L}*|пошт\\p{L}*|メール|이메일\\p{L}*|邮件|郵件|电子邮件|ईमेल|ইমেইল\\p{L}*|மின்னஞ்சல்\\p{L}*|ای ?میل|ب?ال?بريد|ب?ال?ايميل|[בל]?מייל|אימייל|e ?posta?\\p{L}*|barua pepe|อีเมล|poczt\\p{L}*',
  },
  {
    name: 'telegram',
    words: 'telegram\\p{L}*|телеграм\\p{L}*|تليجرام|טלגרם|viber\\p{L}*|вайбер\\p{L}*|messenger|signal',
  },
  {
    name: 'call',
    words:
      '(?:phone )?calls?|call me|llamadas?|llamenme|llamame|ligacao|ligacoes|me liguem?|appels?|appelez moi|anrufe?|rufen sie|telefonisch|chiamate|chiamatemi|звонки|звоните|telefon(?:la|isch|icznie|ic)|arayin|telepon|telefonate|bellen|belt mij|전화\\p{L}*|電話|电话|โทร',
  },
];

const unspacedScripts = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}]';

/** What stands between the channels of a list: "by SMS, e-mail or WhatsApp". */
const joiners = new Set(wordsOfAll('joiners'));

/** A denial in the same sentence, as its language writes it: "no WhatsApp please" prefers nothing. */
const denials =
  '(?<= )(?:no|not|dont|never|neither|nor|nicht|kein|keine|pas|plus|aucun|non|nao|nem|sin|не|нет|немає|yok|değil|istemiyorum|tidak|jangan|niet|geen|nu|fara|không|nie|zadnych|لا|לא|בלי|नहीं|मत|nahi|না|வேண்டாம்|نہیں|ikke|ingen|hapana|huwag|wag|ayaw|δεν|μη|μην|όχι)(?= )|ไม่|不|别|別|안|말';

/** "stop sms whatsapp ok": the list ends with a channel that may stay. */
const fine =
  '^ (?:is |are |está |ist |va |vai |è )?(?:ok|okay|fine|good|only|vale|bien|bueno|gut|okej|bom|sim|solo|só|va bene|tamam|oke|boleh|хорошо|можно|добре)(?= )';

/** Compiled when the first stop comes. */
interface Patterns {
  readonly anyChannel: RegExp;
  readonly eachChannel: RegExp;
  readonly denials: RegExp;
  readonly fine: RegExp;
  readonly prefers: readonly RegExp[];
}

let compiled: Patterns | undefined;

function patterns(): Patterns {
  compiled ??= compile();
  return compiled;
}

function compile(): Patterns {
  const channel = channels
    .map(({ words }) => `(?<=[ ]|${unspacedScripts})(${foldPattern(words)})(?=[ ]|${unspacedScripts})`)
    .join('|');
  const prefers = allKeywords.flatMap(({ prefers: pattern, unspaced }) =>
    pattern === undefined
      ? []
      : [new RegExp(unspaced ? foldPattern(pattern) : `(?<= )${foldPattern(pattern)}(?= )`, 'u')],
  );
  return {
    anyChannel: new RegExp(channel, 'u'),
    eachChannel: new RegExp(channel, 'gu'),
    denials: new RegExp(foldPattern(denials), 'u'),
    fine: new RegExp(foldPattern(fine), 'u'),
    prefers,
  };
}

/** A sentence that wishes for something is short, and one that hardly says more than the channel is a wish: "email me". */
const longestWish = 12;
const bareWish = 4;

/**
 * Whether somebody asks for another channel beside a stop: "stop the SMS, WhatsApp is fine", "no quiero sms, solo whatsapp". Either two
 * channels are set against each other, or a sentence of its own prefers one.
 *
 * @param whole the message, normalised
 * @param sentences what it says beside courtesies
 * @param isStop whether a sentence of it is a stop by itself: that prefers nothing
 */
export function wishesAnotherChannel(
  whole: string,
  sentences: readonly Sentence[],
  isStop: (words: string) => boolean,
): boolean {
  return (
    setsChannelsApart(` ${whole} `) || sentences.some(({ words }) => prefersChannel(` ${words} `) && !isStop(words))
  );
}

function setsChannelsApart(text: string): boolean {
  let last: { readonly name: string; readonly end: number } | undefined;
  for (const found of text.matchAll(patterns().eachChannel)) {
    const name = nameOf(found);
    const between = last === undefined ? '' : text.slice(last.end, found.index);
    const isApart = !joins(between) || patterns().fine.test(text.slice(found.index + found[0].length));
    if (last !== undefined && last.name !== name && isApart) return true;
    last = { name, end: found.index + found[0].length };
  }
  return false;
}

function joins(between: string): boolean {
  return between.split(' ').every((word) => word === '' || joiners.has(word));
}

function prefersChannel(sentence: string): boolean {
  const words = sentence.split(' ', longestWish + 3).length - 2;
  if (words > longestWish) return false;
  const { anyChannel, denials: denied, prefers } = patterns();
  if (!anyChannel.test(sentence) || denied.test(sentence)) return false;
  return words <= bareWish || prefers.some((pattern) => pattern.test(sentence));
}

/** The channel whose group matched. */
function nameOf(found: RegExpMatchArray): string {
  const group = found.slice(1).findIndex((words) => words !== undefined);
  return channels[group]?.name ?? '';
}
