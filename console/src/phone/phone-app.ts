import type { App } from '../app-context.ts';

/** A business that a phone can write to. */
export type PhoneApp = App & Required<Pick<App, 'whatsapp'>>;
