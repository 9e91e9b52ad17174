import type { LintDocument } from './lint-document.ts';

/** What a stretch of text is for. A rule looks at some of them. A `label` asks for consent to a purpose, an `other-label` does not. */
export type PieceRole =
  | 'business-name'
  | 'heading'
  | 'agreement'
  | 'purpose'
  | 'incentive'
  | 'benefits'
  | 'frequency'
  | 'how-to-stop'
  | 'privacy'
  | 'form-text'
  | 'label'
  | 'other-label'
  | 'body'
  | 'footer'
  | 'button';

/** A stretch of text in a document, and where it is. */
export interface Piece {
  readonly role: PieceRole;
  /** RFC 6901, into the document. */
  readonly pointer: string;
  readonly text: string;
  /** BCP 47 as given. */
  readonly locale: string;
  /** The business that the text says it is from, where the document says so. */
  readonly businessName?: string;
}

/** All words of a document that a person reads, in the order of the document. */
export function piecesOf(document: LintDocument): readonly Piece[] {
  if (document.kind === 'notice') return noticePieces(document);
  const { locale } = document;
  if (document.kind === 'form') {
    const about = document.businessName === undefined ? { locale } : { locale, businessName: document.businessName };
    return [
      { ...about, role: 'form-text', pointer: '/text', text: document.text },
      ...document.fields.map(
        ({ purposeId, label }, at): Piece => ({
          ...about,
          role: purposeId === undefined ? 'other-label' : 'label',
          pointer: `/fields/${at}/label`,
          text: label,
        }),
      ),
    ];
  }
  return [
    { locale, role: 'body', pointer: '/body', text: document.body },
    ...(document.footer === undefined
      ? []
      : [{ locale, role: 'footer', pointer: '/footer', text: document.footer } as const]),
    ...(document.buttons ?? []).map(
      ({ text }, at): Piece => ({ locale, role: 'button', pointer: `/buttons/${at}/text`, text }),
    ),
  ];
}

function noticePieces(document: LintDocument & { readonly kind: 'notice' }): readonly Piece[] {
  return document.texts.flatMap((text, at) => {
    const piece = (role: PieceRole, path: string, words: string | undefined): readonly Piece[] =>
      words === undefined
        ? []
        : [
            {
              role,
              pointer: `/texts/${at}/${path}`,
              text: words,
              locale: text.locale,
              businessName: text.businessName,
            },
          ];
    return [
      ...piece('business-name', 'businessName', text.businessName),
      ...piece('heading', 'heading', text.heading),
      ...piece('agreement', 'agreement', text.agreement),
      ...text.purposes.flatMap((purpose, number) => piece('purpose', `purposes/${number}/text`, purpose.text)),
      ...piece('incentive', 'incentive', text.incentive),
      ...piece('benefits', 'benefits', text.benefits),
      ...piece('frequency', 'frequency', text.frequency),
      ...piece('how-to-stop', 'howToStop', text.howToStop),
      ...piece('privacy', 'privacy/text', text.privacy?.text),
    ];
  });
}
