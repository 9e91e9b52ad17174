import * as z from 'zod';
import { formatE164 } from '../../../domain/identity/phone.ts';
import { text } from '../../fields/text.ts';
import { phoneFaults } from '../../numbers/phone-faults.ts';
import { readPhone } from '../../numbers/read-phone.ts';

/** A number of the business, as E.164. */
export const ownNumber = text(40).transform((given, context) => {
  const parsed = readPhone(given);
  if (!('fault' in parsed)) return formatE164(parsed.digits);
  context.addIssue({ code: 'custom', message: phoneFaults[parsed.fault], params: { code: parsed.fault } });
  return z.NEVER;
});
