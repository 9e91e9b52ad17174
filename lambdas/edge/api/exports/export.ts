import * as z from 'zod';
import { type App, findPurpose } from '../../../domain/app/app.ts';
import type { Fault } from '../../../domain/errors.ts';
import { text } from '../../fields/text.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';

const order = z.strictObject({ purpose: text(60) });

/** Which purpose is to be exported. Throws InvalidInputError with all faults. */
export function parseExportRequest(app: App, body: JsonObject): { readonly purposeId: string } {
  return { purposeId: validate(order, body, unknownPurpose(app, body)).purpose };
}

/** The fault of a body that names a purpose which the app does not have. */
export function unknownPurpose(app: App, { purpose }: JsonObject): readonly Fault[] {
  const isUnknown = typeof purpose === 'string' && purpose !== '' && findPurpose(app, purpose) === undefined;
  return isUnknown ? [{ pointer: '/purpose', code: 'unknown-purpose', detail: 'The app has no such purpose.' }] : [];
}
