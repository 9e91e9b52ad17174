import * as z from 'zod';
import { instant } from '../../fields/instant.ts';
import { eventId, text } from '../../fields/text.ts';
import { user } from '../../fields/user.ts';

const said = {
  user,
  reason: text(300),
  operator: text(200).optional(),
  documentRef: text(200).optional(),
  saidAt: instant.optional(),
  eventId: eventId.optional(),
};

/** A brake that the business sets. */
export const suppression = z.strictObject({ ...said, scope: z.enum(['all', 'marketing']).optional() });

/** What ends every brake that the business set on one person. */
export const suppressionLift = z.strictObject(said);
