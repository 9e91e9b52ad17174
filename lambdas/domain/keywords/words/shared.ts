import type { LanguageWords } from './language-words.ts';

/** Words that two languages share. The sources are those of the languages; "fin" and what is not in them: no source, everyday usage. */
export const esPt: LanguageWords = { language: 'es-pt', everyday: 'cancelar, pare, parar', start: 'iniciar' };
export const esFr: LanguageWords = { language: 'es-fr', everyday: 'fin' };
/** Bronto's list (STOPP). */
export const deNo: LanguageWords = { language: 'de-no', stop: 'stopp' };
export const zhJa: LanguageWords = { language: 'zh-ja', everyday: '停止', unspaced: true };
