import type { Words } from '../../words/words.ts';
import { en } from './en.ts';

export const es: Words<typeof en> = en;
