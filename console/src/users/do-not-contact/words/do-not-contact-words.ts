import type { Dictionary } from '../../../words/words.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { hi } from './hi.ts';
import { pt } from './pt.ts';

export const doNotContactWords: Dictionary<typeof en> = { en, es, pt, ar, de, hi };
