import type { Words } from '../../words/words.ts';
import { en } from './en.ts';

export const pt: Words<typeof en> = en;
