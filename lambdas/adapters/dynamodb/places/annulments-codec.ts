import type { Annulled } from '../../../domain/consent/annulment.ts';

/** Annulments as they lie in the state item, by import: `<second in base 36>|<ref>`, the subject left out of references into its own chain. */
export interface PackedAnnulments {
  readonly [batch: string]: string;
}

/** The annulments of a subject; undefined where there are none. */
export function packAnnulments({
  annulled,
  subjectId,
}: Annulled & { readonly subjectId: string }): PackedAnnulments | undefined {
  if (annulled === undefined) return undefined;
  const packed = Object.entries(annulled).map(([batch, { at, ref }]) => {
    const own = ref.startsWith(`${subjectId}.`) ? ref.slice(subjectId.length + 1) : ref;
    return [batch, `${at.toString(36)}|${own}`];
  });
  return Object.fromEntries(packed);
}

/** The annulments of a state item. */
export function unpackAnnulments(packed: PackedAnnulments | undefined, subjectId: string): Annulled {
  if (packed === undefined) return {};
  const annulled = Object.entries(packed).map(([batch, text]) => {
    const [at = '', ref = ''] = text.split('|');
    return [batch, { at: Number.parseInt(at, 36), ref: ref.includes('.') ? ref : `${subjectId}.${ref}` }];
  });
  return { annulled: Object.fromEntries(annulled) };
}
