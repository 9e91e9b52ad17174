import * as z from 'zod';
import { text } from '../../fields/text.ts';

/** Which purpose is to be exported. */
export const exportOrder = z.strictObject({ purpose: text(60) });
