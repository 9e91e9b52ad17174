import type { HeardWords } from './topics/keywords.ts';

/** Words that two languages share. The sources are those of the languages; "fin" and what is not in them: no source, everyday usage. */
export const esPt: HeardWords = { language: 'es-pt', everyday: 'cancelar, pare, parar', start: 'iniciar' };
export const esFr: HeardWords = { language: 'es-fr', everyday: 'fin' };
/** Bronto's list (STOPP). */
export const deNo: HeardWords = { language: 'de-no', stop: 'stopp' };
export const zhJa: HeardWords = { language: 'zh-ja', everyday: '停止', unspaced: true };
