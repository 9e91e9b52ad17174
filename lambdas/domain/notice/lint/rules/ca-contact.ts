import { lawRule } from '../law-rule.ts';
import type { Found } from '../rule.ts';

const postalCode = /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|(?<!\d)\d{4,6}(?!\d)/i;

/**
 * Canada: a request for consent gives the mailing address of who asks, and a telephone number, an e-mail or a web address. We look
 * for a postal code, which is a guess, so it is a warning. Source: CASL s. 10(1)(b); CRTC Regulations SOR/2012-36 s. 4.
 */
export const caContact = lawRule('ca-contact', 'ca', ({ document, pieces }) => {
  const found = (pointer: string, at: string): readonly Found[] =>
    pieces.some((piece) => piece.pointer.startsWith(at) && postalCode.test(piece.text))
      ? []
      : [
          {
            severity: 'warning',
            pointer,
            detail: 'CASL (SOR/2012-36 s. 4) asks for your mailing address in the request; no postal code was seen.',
            fix: 'Add the address, for example to the text of the privacy link.',
          },
        ];
  if (document.kind === 'template') return [];
  if (document.kind === 'form') return found('/text', '/');
  return document.texts.flatMap((_, at) => found(`/texts/${at}/privacy`, `/texts/${at}/`));
});
