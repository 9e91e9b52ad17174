import { createHash } from 'node:crypto';

/**
 * Where a form of ours may end: on our own pages, and in the chat, which a phone is sent to. Browsers hold every redirect after a form to
 * this (Content Security Policy 3, form-action), and `wa.me` itself redirects to `whatsapp.com`.
 */
const formsLeadTo = "'self' https://wa.me https://*.whatsapp.com";

/**
 * The headers that protect every page: no script, no picture, no frame, no request to anybody.
 *
 * @param styles the page's style sheet: the policy allows this one and no other
 */
export function pageHeaders(styles: string): { readonly [name: string]: string } {
  return {
    'content-security-policy': `default-src 'none'; style-src '${hashOf(styles)}'; form-action ${formsLeadTo}; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    // Others learn nothing; to ourselves the browser still says where a form comes from, and not `Origin: null`.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
    'strict-transport-security': 'max-age=63072000',
  };
}

const hashes = new Map<string, string>();

function hashOf(styles: string): string {
  const known = hashes.get(styles) ?? `sha256-${createHash('sha256').update(styles).digest('base64')}`;
  hashes.set(styles, known);
  return known;
}
