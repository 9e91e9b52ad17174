import { type BodyCarrier, bodyBytes } from './parse-body.ts';
import { BodyTooLargeError, UnsupportedMediaTypeError } from './refusals.ts';

/** Bytes that a form may have. */
export const formLimit = 16 * 1024;

/**
 * The fields of a form as a browser posts it. API Gateway passes it on in base64. A field may come several times.
 *
 * @throws UnsupportedMediaTypeError, BodyTooLargeError
 */
export function parseForm(event: BodyCarrier): URLSearchParams {
  const mediaType = event.headers?.['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/x-www-form-urlencoded') {
    throw new UnsupportedMediaTypeError('The content type of the body must be application/x-www-form-urlencoded.');
  }
  const bytes = bodyBytes(event);
  if (bytes.length > formLimit) throw new BodyTooLargeError(`The form may have ${formLimit} bytes.`);
  return new URLSearchParams(bytes.toString('utf8'));
}
