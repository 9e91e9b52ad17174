import type { Words } from '../../words/words.ts';
import { en } from './en.ts';

export const ar: Words<typeof en> = en;
