import { InvalidInputError } from '../errors.ts';
import type { App } from './app.ts';
import { unknownPurposes } from './unknown-purposes.ts';

/** What an app says for programs that were made for Gupshup. */
export interface GupshupSettings {
  /** The name of the app at Gupshup, as programs write it in its paths; beside it the appId is one. */
  readonly appName?: string;
  /**
   * What stands behind an opt-in that names nothing but a number, as Gupshup's own does: the notice that was shown wherever the business
   * asks, and what it asks for. Absent = such an opt-in is refused.
   */
  readonly bareOptIn?: BareOptIn;
}

/** The purposes that a bare opt-in grants, and the notice that people saw. */
export interface BareOptIn {
  readonly purposes: readonly string[];
  readonly noticeId: string;
  readonly noticeVersion: number;
}

/**
 * A bare opt-in grants purposes that the app has.
 *
 * @throws InvalidInputError
 */
export function checkBareOptIn(app: Pick<App, 'purposes' | 'gupshup'>): void {
  const named = (app.gupshup?.bareOptIn?.purposes ?? []).map((purposeId, index) => {
    return { pointer: `/gupshup/bareOptIn/purposes/${index}`, purposeId };
  });
  const faults = unknownPurposes(app, named);
  if (faults.length > 0) throw new InvalidInputError(faults);
}
