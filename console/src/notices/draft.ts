import type { components } from '../../../client/src/index.ts';
import { ticked } from '../kit/ticked.ts';
import type { Values } from '../kit/values.ts';

export type Proposal = components['schemas']['NoticeProposal'];
export type NoticeText = components['schemas']['NoticeText'];

/** Parts that are one line of text, in the order in which a page shows them. */
export const plainParts = [
  'businessName',
  'heading',
  'incentive',
  'benefits',
  'agreement',
  'frequency',
  'howToStop',
] as const;

export const laws = ['eu', 'us', 'ca', 'br', 'in'] as const;

/** All parts that people read, by their place below a text. */
export const parts = [...plainParts, 'privacy/text', 'privacy/url'] as const;
export type Part = (typeof parts)[number];

/** Of the n-th text. The words for a purpose are found by its id: its place in the body may change. */
export const at = (n: number, part: string): string => `/texts/${n}/${part}`;
export const purposeAt = (n: number, purposeId: string): string => at(n, `purposes/${purposeId}`);

/** A part of a text as people read it; empty where it has none. */
export function partOf(text: NoticeText, part: Part): string {
  if (part === 'privacy/text') return text.privacy?.text ?? '';
  if (part === 'privacy/url') return text.privacy?.url ?? '';
  return text[part] ?? '';
}

/** A text as values of a form, at the n-th place. */
export function textValues(text: NoticeText, n: number): Values {
  return Object.fromEntries([
    [at(n, 'locale'), text.locale],
    ...parts.map((part) => [at(n, part), partOf(text, part)]),
    ...text.purposes.map(({ purposeId, text: words }) => [purposeAt(n, purposeId), words]),
  ]);
}

/** @param base the version that is changed; 0 when there is none */
export function noticeValues(
  { profile, texts }: Pick<components['schemas']['Notice'], 'profile' | 'texts'>,
  base: number,
): Values {
  const purposes = new Set(texts.flatMap((text) => text.purposes.map(({ purposeId }) => purposeId)));
  return {
    '/base': String(base),
    '/count': String(texts.length),
    '/profile': profile,
    '/purposes': [...purposes].join(','),
    ...Object.assign({}, ...texts.map(textValues)),
  };
}

export const countOf = (values: Values): number => Number(values['/count'] ?? 0);

/** The purposes that the notice asks for, in their order. */
export const purposesOf = (values: Values): readonly string[] => (values['/purposes'] ?? '').split(',').filter(Boolean);

/** The n-th text as it is typed: what is optional and empty is left out, what is empty and needed is the linter's to say. */
export function textOf(values: Values, n: number): NoticeText {
  const typed = (part: string): string => values[at(n, part)]?.trim() ?? '';
  const optional = (part: 'incentive' | 'benefits' | 'frequency' | 'howToStop') =>
    typed(part) === '' ? {} : { [part]: typed(part) };
  const hasPrivacy = typed('privacy/text') !== '' || typed('privacy/url') !== '';
  return {
    locale: typed('locale'),
    businessName: typed('businessName'),
    heading: typed('heading'),
    agreement: typed('agreement'),
    purposes: purposesOf(values).map((purposeId) => ({ purposeId, text: typed(`purposes/${purposeId}`) })),
    ...optional('incentive'),
    ...optional('benefits'),
    ...optional('frequency'),
    ...optional('howToStop'),
    ...(hasPrivacy && { privacy: { text: typed('privacy/text'), url: typed('privacy/url') } }),
  };
}

export function proposalOf(values: Values, noticeId: string): Proposal {
  return {
    noticeId,
    profile: values['/profile'] === 'meta-minimum' ? 'meta-minimum' : 'strict',
    laws: laws.filter((law) => values[`/laws/${law}`] === ticked),
    texts: Array.from({ length: countOf(values) }, (_, n) => textOf(values, n)),
  };
}

/** The field that a pointer of the API leads to: purposes are named by their id in the form. */
export function fieldOf(pointer: string, values: Values): string {
  const [, , n, part, index] = pointer.split('/');
  if (part !== 'purposes' || index === undefined) return pointer;
  return purposeAt(Number(n), purposesOf(values)[Number(index)] ?? index);
}

/** What is to be set so that the n-th text is gone and the later ones move up. */
export function withoutText(values: Values, n: number): Values {
  const last = countOf(values) - 1;
  const moved: { [pointer: string]: string } = { '/count': String(last) };
  for (const pointer of Object.keys(values)) {
    const [, root, index, ...rest] = pointer.split('/');
    if (root !== 'texts' || Number(index) < n) continue;
    moved[pointer] = Number(index) >= last ? '' : (values[at(Number(index) + 1, rest.join('/'))] ?? '');
  }
  return moved;
}
