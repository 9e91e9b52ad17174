import type { Language } from './languages.ts';

/**
 * Words that end a stop, as the whole message only.
 * Sources: Twilio default keywords (START, UNSTOP), Adobe Journey Optimizer (SUBSCRIBE, RESUME, BEGIN), an opt-out matcher and bots
 * in use (Spanish ALTA, #VOLVER; Portuguese #VOLTAR; Russian; Italian); REPRENDRE and MULAI are START translated.
 * YES, CONTINUE, SI, OK are missing on purpose: they mean something only as the answer to a question.
 */
export const startWords: readonly { readonly language: Language; readonly words: string }[] = [
  { language: 'en', words: 'start, unstop, subscribe, resume, begin' },
  { language: 'es-pt', words: 'iniciar' },
  { language: 'es', words: 'alta, suscribir, suscribirme, volver' },
  { language: 'pt', words: 'voltar, cadastrar' },
  { language: 'fr', words: 'reprendre' },
  { language: 'it', words: 'sottoscrivi, riprendi, avvia, inizia' },
  { language: 'id', words: 'mulai' },
  { language: 'ru', words: 'старт, подписаться, подписка' },
];
