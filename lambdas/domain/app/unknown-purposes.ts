import type { Fault } from '../errors.ts';
import { type App, findPurpose } from './app.ts';

/** A purpose as a request names it, before it is known to be right. */
export interface NamedPurpose {
  /** Where in the request. */
  readonly pointer: string;
  readonly purposeId: string;
}

/** A fault for each that the app does not have. No name at all is a fault of its form, and told there. */
export function unknownPurposes(app: Pick<App, 'purposes'>, named: readonly NamedPurpose[]): Fault[] {
  return named
    .filter(({ purposeId }) => purposeId !== '' && findPurpose(app, purposeId) === undefined)
    .map(({ pointer }) => ({ pointer, code: 'unknown-purpose', detail: 'The app has no such purpose.' }));
}
