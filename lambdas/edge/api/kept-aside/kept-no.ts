import * as z from 'zod';
import { user } from '../../fields/user.ts';

/** Who said no, where the message does not say it. */
export const keptNo = z.strictObject({ user: user.optional() });
