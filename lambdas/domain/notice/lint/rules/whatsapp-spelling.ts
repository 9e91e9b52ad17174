import { pieceRule } from '../rule.ts';

/**
 * The name is written WhatsApp. Source: WhatsApp brand guidelines (one word, capital W and A, nothing added). In Arabic and Hindi
 * letters people write it in their own way, which is not judged.
 */
export const whatsappSpelling = pieceRule('whatsapp-spelling', 'all', ({ text }) => {
  const found = text.match(/what[’'‘]?s?[ -]?[’'‘]?s?[ -]?app(?=s?\b)/gi)?.find((each) => each !== 'WhatsApp');
  return found === undefined || /^WHATSAPP$/.test(found)
    ? undefined
    : { severity: 'warning', detail: `“${found}” is not how WhatsApp is written.`, fix: 'Write WhatsApp.' };
});
