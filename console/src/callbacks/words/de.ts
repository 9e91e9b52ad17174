import type { Words } from '../../words/words.ts';
import { en } from './en.ts';

export const de: Words<typeof en> = en;
