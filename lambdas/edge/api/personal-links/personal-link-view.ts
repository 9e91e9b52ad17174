import type { PersonalLink } from '../../../domain/collection/personal-link.ts';
import { formatInstant } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { personalLinkAnswer } from './answers.ts';

/** A link that was made; a preference link comes with the headers for the mail that it stands in (RFC 2369, RFC 8058). */
export function personalLinkView({ kind, expiresAt }: PersonalLink, url: string): View<typeof personalLinkAnswer> {
  const oneClickHeaders = {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  } as const;
  return {
    url,
    expiresAt: formatInstant(expiresAt),
    oneClickHeaders: kind === 'preference-page' ? oneClickHeaders : undefined,
  };
}
