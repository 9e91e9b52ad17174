import type { Keywords } from './topics/keywords.ts';

/** Words that two languages share. The sources are those of the languages; "fin" and what is not in them: no source, everyday usage. */
export const esPt: Keywords = { everyday: 'cancelar, pare, parar', start: 'iniciar' };
export const esFr: Keywords = { everyday: 'fin' };
/** Bronto's list (STOPP). */
export const deNo: Keywords = { stop: 'stopp' };
export const zhJa: Keywords = { everyday: '停止', unspaced: true };
