import { InvalidInputError } from '../errors.ts';
import type { App } from './app.ts';
import { unknownPurposes } from './unknown-purposes.ts';

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
