import type { Words } from '../../words/words.ts';
import { en } from './en.ts';

export const hi: Words<typeof en> = en;
