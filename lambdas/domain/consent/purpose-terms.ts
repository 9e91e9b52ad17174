/** What consent depends on of a purpose, as the app is set up. */
export interface PurposeTerms {
  readonly purposeId: string;
  /** WhatsApp's own category of its templates. */
  readonly category: 'marketing' | 'utility' | 'authentication';
  /** It had the category marketing once. */
  readonly wasMarketing?: true;
  /** How long a grant holds, in whole days from `saidAt`; absent = until revoked. */
  readonly validForDays?: number;
}

/** Whether a stop of marketing covers the purpose: it has or ever had the category (semantics 2.3). */
export function isMarketing(purpose: Pick<PurposeTerms, 'category' | 'wasMarketing'>): boolean {
  return purpose.category === 'marketing' || purpose.wasMarketing === true;
}
