import { describe, expect, it } from 'vitest';
import { qrSvg } from '../../../lambdas/adapters/qr/qr-code.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import type { NoticeVersion } from '../../../lambdas/domain/notice/notice.ts';
import { starterText } from '../../../lambdas/domain/notice/starter/starter-text.ts';
import { trustedMarkup } from '../../../lambdas/edge/pages/parts/html.ts';
import { checkPage } from '../../../lambdas/edge/pages/points/check-page.ts';
import { endPage } from '../../../lambdas/edge/pages/points/end-page.ts';
import { testChoice, testPoint, testToken } from '../../support/pages/collection.ts';
import { acmeApp } from '../../support/pages/pages.ts';

/** Bytes as they are sent; nothing else is loaded. */
const limit = 30_000;
const purposes = acmeApp.purposes.map(({ purposeId, name, category }) => ({ purposeId, name, category }));
const about = { businessName: 'Acme', purposes, privacyUrl: 'https://acme.example/privacy' };
const texts = languages.map((language) => starterText(language, about));
const notice: NoticeVersion = {
  appId: 'acme',
  noticeId: 'spring',
  version: 1,
  profile: 'strict',
  texts,
  hashes: Object.fromEntries(texts.map(({ locale }) => [locale, 'h'.repeat(43)])),
  warnings: [],
  publishedAt: 0,
  publishedBy: 'key_test',
};

describe.each(texts.map((text) => [text.locale, text] as const))('in %s', (_, text) => {
  it('the landing page with all countries, faults, a campaign and ten languages weighs less than 30 KB', () => {
    const point = testPoint(1, { purposes: purposes.map(({ purposeId }) => purposeId) });
    const faults = { purpose0: 'x'.repeat(100), number1: 'x'.repeat(200) };
    const numbers = { country: 'MX', typed: ['55', '', ''], faults } as const;
    const utm = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`utm_${name}`, 'summer-sale-in-spring']));
    const { body } = checkPage(
      { shown: { app: acmeApp, point }, notice, text, utm, numbers, faults },
      'https://go.example',
    );
    expect(Buffer.byteLength(String(body))).toBeLessThan(limit);
    expect(String(body)).not.toContain(' checked');
  });

  it('the last step with its QR code weighs less than 30 KB', () => {
    const token = testToken(1);
    const url = `https://opt-in.some-longer-domain.example/o/${token}/${testChoice(1).code}?open=1`;
    const qr = trustedMarkup(qrSvg(url, { level: 'M' }));
    const choice = testChoice(1, { numbers: ['525572000001', '525572000002', '525572000003'] });
    const { body } = endPage({ app: acmeApp, token, choice, text, saysSent: true, qr });
    expect(Buffer.byteLength(String(body))).toBeLessThan(limit);
  });
});
