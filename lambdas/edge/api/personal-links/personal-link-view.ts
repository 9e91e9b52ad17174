import type { PersonalLink } from '../../../domain/collection/personal-link.ts';
import { formatInstant } from '../../fields/instant.ts';
import type { HttpResponse } from '../../http/http-request.ts';

/** A link that was made, 201; a preference link comes with the headers for the mail that it stands in (RFC 2369, RFC 8058). */
export function personalLinkView({ kind, expiresAt }: PersonalLink, url: string): HttpResponse {
  const oneClickHeaders = { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return {
    status: 201,
    body: { url, expiresAt: formatInstant(expiresAt), ...(kind === 'preference-page' && { oneClickHeaders }) },
  };
}
