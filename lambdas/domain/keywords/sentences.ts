import { isCourtesy } from './courtesies.ts';
import { normalise } from './normalise.ts';

/** A sentence of a text: how it was typed, its words normalised, and what ended it. */
export interface Sentence {
  readonly typed: string;
  readonly words: string;
  /** `full`: a full stop, an exclamation mark or the end of a line; `half`: a comma, a dash between blanks, an emoji, "but"; `end`: the text ended. */
  readonly ended: 'full' | 'question' | 'half' | 'end';
}

const ending =
  /([.!?…;,\n\r।॥。！？，、؟،؛۔|]|\p{Extended_Pictographic}|(?<=\s)[-–—](?=\s)|—(?=\s)|(?<=\s)(?:but|pero|aber|maar|но|але|tapi|tetapi)(?=\s))/iu;

/** The sentences of a text as typed. Commas and "but" end one too: "stop messaging me, I never signed up". */
export function sentencesOf(text: string): Sentence[] {
  const sentences: { typed: string; words: string; ended: Sentence['ended'] }[] = [];
  // Split by a group, so that pieces and the signs between them take turns.
  for (const [at, part] of text.split(ending).entries()) {
    const last = sentences.at(-1);
    if (at % 2 === 1) {
      if (last !== undefined) last.ended = laterEnd(last.ended, part);
    } else {
      const words = normalise(part);
      if (words !== '') sentences.push({ typed: part.trim(), words, ended: 'end' });
    }
  }
  return sentences;
}

/** What several signs after one sentence come to: a question mark wins, then a full stop. */
function laterEnd(ended: Sentence['ended'], sign: string): Sentence['ended'] {
  if (ended === 'question' || /[?？؟]/.test(sign)) return 'question';
  return ended === 'full' || /[.!…\n\r।॥。！۔|]/.test(sign) ? 'full' : 'half';
}

/** How a phone signs what it sends, as the beginning or, where the verb comes last, the end of a line. */
const signature =
  /^(sent (from|via|with|using)|get outlook|enviado (desde|do|da|por|de)|enviada do|envoye (de|depuis|a partir)|von mein|gesendet (von|mit)|inviato (da|con)|dikirim dari|отправлено|wyslano|wyslane|đa gưi tư|发自|來自我的|发送自|나의|σταλθηκε|verzonden (vanaf|met)|verstuurd (vanaf|met)|надіслано|надислано|trimis de pe|ส่งจาก|ipinadala|ارسلت من|נשלח מ|imetumwa|sendt fra)|(gonderildi|から送信|에서 보냄|पठाइएको|भेजा गया)$/;
const mostNameWords = 3;
/** No more sentences than these say good-bye. */
const longestClosing = 4;

/** The sentences without greetings before and without courtesies and signatures after: what the person wanted to say. */
export function essentialOf(sentences: readonly Sentence[]): readonly Sentence[] {
  let from = 0;
  let to = sentences.length;
  while (from < to && isCourtesy(sentences[from]?.words ?? '')) from += 1;
  const earliest = Math.max(from + 1, to - longestClosing);
  while (to > earliest && isClosing(sentences[to - 1], sentences[to - 2])) to -= 1;
  return sentences.slice(from, to);
}

function isClosing(sentence: Sentence | undefined, before: Sentence | undefined): boolean {
  const { typed = '', words = '' } = sentence ?? {};
  if (signature.test(words) || isCourtesy(words)) return true;
  // A name after a courtesy: "Thanks,⏎Maria".
  const isName = words.split(' ').length <= mostNameWords && /^(\p{Lu}[\p{L}\p{M}.'’-]*\s*)+$/u.test(typed);
  return isName && before !== undefined && isCourtesy(before.words);
}
