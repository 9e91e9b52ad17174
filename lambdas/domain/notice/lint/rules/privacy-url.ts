import type { Found, LintRule } from '../rule.ts';

/**
 * The link to the privacy notice is https, leads to a public name, was filled in (example.com was not) and carries no user or
 * password. Source: ours (people are led there from our pages); RFC 2606 (reserved names).
 */
export const privacyUrl: LintRule = {
  name: 'privacy-url',
  check: ({ document }) => {
    if (document.kind !== 'notice') return [];
    return document.texts.flatMap(({ privacy }, at): readonly Found[] => {
      const detail = privacy === undefined ? undefined : fault(privacy.url);
      const fix = 'Give the https address of your privacy notice.';
      return detail === undefined ? [] : [{ severity: 'error', pointer: `/texts/${at}/privacy/url`, detail, fix }];
    });
  },
};

function fault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'This is not a link.';
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== 'https:') return `The link begins with ${protocol} and not with https:.`;
  if (username !== '' || password !== '') return 'The link holds a user or a password.';
  if (/^(?:www\.)?example\.(?:com|net|org)$/.test(hostname)) return 'The link leads to a name that stands for another.';
  const isPublic = hostname.includes('.') && !/^[\d.]+$|^\[|\.(?:localhost|local|internal)$/.test(hostname);
  return isPublic ? undefined : 'The link leads to no public name.';
}
