import { callbackUrlFault } from '../../domain/callbacks/callback-url.ts';
import { text } from './text.ts';

/** The address of a page of the business. People are led there, so it is never anything but https, to a public name. */
export const webPage = text(500).superRefine((url, context) => {
  const message = callbackUrlFault(url);
  if (message !== undefined) context.addIssue({ code: 'custom', message, params: { code: 'unusable-url' } });
});
