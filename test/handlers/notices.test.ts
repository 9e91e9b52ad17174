import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../lambdas/domain/languages/language.ts';
import { canonicalJson } from '../../lambdas/domain/ledger/canonical-json.ts';
import { acme, type TestApi, testApi } from '../support/api/api.ts';
import { type Call, fullKey } from '../support/api/http-event.ts';
import { testText } from '../support/pages/collection.ts';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'bare', displayName: 'Bare' } });
});

const privacyUrl = 'https://acme.example/privacy';
const get = (path: string, more?: Call) => api.call('GET', `/v1/apps/acme/${path}`, more);
const publish = (body: object, appId = 'acme') => api.call('POST', `/v1/apps/${appId}/notices`, { body });
const lint = (body: object) => api.call('POST', '/v1/apps/acme/notices/lint', { body });
/** What our own starter gives: it passes the strict profile. */
const starter = async (locale = 'en', noticeId = 'spring') =>
  (await get('notices/starter', { query: { locale, privacyUrl, noticeId } })).body;
const text = async (more: object = {}) => ({ ...(await starter()).texts[0], ...more });
const faults = (answer: { body: { errors?: { pointer: string; code: string }[] } }) =>
  (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

/** Forty languages, fifty purposes in capitals: what the linter has to say is more than an item of the table holds. */
it('a notice that is too large to be stored is refused, not a failure of ours', async () => {
  const large = await testApi();
  const purposes = Array.from({ length: 50 }, (_, n) => ({
    purposeId: `offers-${n}`,
    name: 'O',
    category: 'marketing',
  }));
  await large.call('POST', '/v1/apps', { body: { ...acme, purposes } });
  const regions =
    'US GB IN AU CA NZ IE ZA SG PH KE NG GH HK MY JM TT BZ ZW PK MT CY BW NA UG TZ RW ZM MW LS FJ PG SB TO WS VU KI NR PW CM';
  const texts = regions.split(' ').map((region) => ({
    ...testText({ locale: `en-${region}` }),
    purposes: purposes.map(({ purposeId }, n) => ({
      purposeId,
      text: `OFFERS AND DEALS ${n} ${'AB '.repeat(8)}`.trim(),
    })),
  }));
  const answer = await large.call('POST', '/v1/apps/acme/notices', {
    body: { noticeId: 'big', profile: 'meta-minimum', texts },
  });
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'store-refused', errors: [{ pointer: '', detail: expect.any(String) }] },
  });
  expect((await large.call('GET', '/v1/apps/acme/notices/big')).status).toBe(404);
});

describe('publishing a notice', () => {
  it('answers the first version with hashes that anybody can compute from what is shown', async () => {
    const body = await starter();
    const answer = await publish(body);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      noticeId: 'spring',
      version: 1,
      profile: 'strict',
      texts: body.texts,
      hashes: { en: expect.stringMatching(/^[\w-]{43}$/) },
      warnings: [],
      publishedAt: '2026-11-21T10:00:00.000Z',
      publishedBy: 'key_aaaaaaaaaaaaaaaa',
    });
    const { noticeId, version, texts } = answer.body;
    const form = canonicalJson({ noticeId, version, text: texts[0] });
    expect(answer.body.hashes.en).toBe(createHash('sha256').update(form).digest('base64url'));
  });

  it('answers the same words again with 200, and other words with the next version', async () => {
    const body = await starter();
    const first = await publish(body);
    expect(await publish(body)).toMatchObject({ status: 200, body: first.body });
    const german = (await starter('de')).texts[0];
    const second = await publish({ ...body, texts: [...body.texts, german] });
    expect(second).toMatchObject({ status: 201, body: { version: 2 } });
    expect((await get('notices/spring/versions/1')).body).toEqual(first.body);
  });

  it('is held up by an error of the linter: 422 with the rule, the place, and how to mend it', async () => {
    const body = await starter();
    const texts = [...body.texts, { ...(await starter('es')).texts[0], agreement: 'Acepto recibir {purposes}.' }];
    const answer = await publish({ ...body, texts });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'notice-lint',
        type: '/docs/problems#notice-lint',
        title: 'The words of the notice must be mended',
      },
    });
    const { findings } = (await lint({ document: { kind: 'notice', texts } })).body;
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(answer.body.errors).toEqual(
      errors.map(({ pointer, rule, detail, fix }: { [field: string]: string }) => ({
        pointer,
        code: rule,
        detail: `${detail} ${fix}`,
      })),
    );
    expect((await get('notices/spring')).status).toBe(404);
  });

  it('keeps the warnings with the version, and says them', async () => {
    const warned = await publish({ noticeId: 'spring', texts: [await text({ heading: `Acme: ${'x'.repeat(90)}` })] });
    expect(warned.status).toBe(201);
    expect(warned.body.warnings).toContainEqual(
      expect.objectContaining({ rule: 'too-long', severity: 'warning', pointer: '/texts/0/heading' }),
    );
    expect((await get('notices/spring/versions/1')).body.warnings).toEqual(warned.body.warnings);
  });

  it('is measured by the profile and the laws that are named', async () => {
    const { frequency: _left, howToStop: _out, ...bare } = await text();
    const asked = (more: object) => publish({ noticeId: 'spring', texts: [bare], ...more });
    expect((await asked({})).status).toBe(422);
    expect(await asked({ profile: 'meta-minimum' })).toMatchObject({ status: 201, body: { profile: 'meta-minimum' } });
    const laws = ['eu', 'us', 'ca', 'br', 'in'];
    const byLaw = await asked({ profile: 'meta-minimum', laws });
    expect(faults(byLaw).some((fault) => / (eu|us|ca|br|in)-/.test(fault))).toBe(true);
  });

  it('writes language tags in their canonical form, and takes each language once', async () => {
    const answer = await publish({ noticeId: 'spring', texts: [await text({ locale: 'en-us' })] });
    expect(answer.body.texts[0].locale).toBe('en-US');
    expect(Object.keys(answer.body.hashes)).toEqual(['en-US']);
    const twice = await publish({ noticeId: 'spring', texts: [await text(), await text({ locale: 'EN' })] });
    expect(faults(twice)).toEqual(['/texts/1/locale twice']);
  });

  it.each([
    [{ noticeId: 'starter' }, ['/noticeId reserved']],
    [{ noticeId: 'lint' }, ['/noticeId reserved']],
    [{ noticeId: 'Spring' }, ['/noticeId not-a-slug']],
    [{ noticeId: 'a#b' }, ['/noticeId not-a-slug']],
    [{ version: 4 }, ['/version unknown-field']],
    [{ profile: 'lax' }, ['/profile not-one-of']],
    [{ laws: ['mars'] }, ['/laws/0 not-one-of']],
    [{ texts: [] }, ['/texts too-short']],
    [{ texts: 'words' }, ['/texts wrong-type']],
    [{ texts: [null] }, ['/texts/0 wrong-type']],
  ])('refuses %j', async (more, expected) => {
    expect(faults(await publish({ ...(await starter()), ...more }))).toEqual(expected);
  });

  it.each([
    [{ locale: 'español' }, ['/texts/0/locale not-a-locale']],
    [{ heading: 'Line\nbreak' }, ['/texts/0/heading unreadable-text']],
    [{ heading: 'x'.repeat(201) }, ['/texts/0/heading too-long']],
    [{ headline: 'x' }, ['/texts/0/headline unknown-field']],
    [{ purposes: [] }, ['/texts/0/purposes too-short']],
    [{ purposes: [{ purposeId: 'nothing', text: 'offers' }] }, ['/texts/0/purposes/0/purposeId unknown-purpose']],
    [
      { purposes: ['a', 'b'].map((words) => ({ purposeId: 'offers', text: words })) },
      ['/texts/0/purposes/1/purposeId twice'],
    ],
    [{ privacy: { text: 'Privacy', url: 'javascript:alert(1)' } }, ['/texts/0/privacy/url unusable-url']],
    [{ privacy: { text: 'Privacy', url: 'http://acme.example' } }, ['/texts/0/privacy/url unusable-url']],
    [{ privacy: { text: 'Privacy', url: 'https://acme@evil.example' } }, ['/texts/0/privacy/url unusable-url']],
  ])('refuses a text with %j', async (more, expected) => {
    expect(faults(await publish({ noticeId: 'spring', texts: [await text(more)] }))).toEqual(expected);
  });

  it('is for the app of the path, by a key that may write', async () => {
    const key = { ...fullKey, scopes: 'collection:read' };
    expect((await api.call('POST', '/v1/apps/acme/notices', { body: await starter(), key })).status).toBe(403);
    expect((await publish(await starter(), 'nothing')).status).toBe(404);
    expect(faults(await publish(await starter(), 'bare'))).toContain('/texts/0/purposes/0/purposeId unknown-purpose');
  });
});

describe('reading notices', () => {
  it('lists the notices of the app without their words, page by page', async () => {
    for (const noticeId of ['winter', 'autumn', 'spring']) await publish(await starter('en', noticeId));
    await publish(await starter('hi', 'autumn'));
    const first = await get('notices', { query: { limit: '2' } });
    expect(first.body.data).toEqual([
      expect.objectContaining({ noticeId: 'autumn', latestVersion: 2, locales: ['hi'], profile: 'strict' }),
      expect.objectContaining({ noticeId: 'spring', latestVersion: 1, locales: ['en'] }),
    ]);
    expect(first.body.data[0]).not.toHaveProperty('texts');
    const second = await get('notices', { query: { limit: '2', cursor: first.body.nextCursor } });
    expect(second.body).toMatchObject({ data: [{ noticeId: 'winter' }], nextCursor: null });
    expect((await api.call('GET', '/v1/apps/bare/notices')).body).toEqual({ data: [], nextCursor: null });
    expect((await api.call('GET', '/v1/apps/nothing/notices')).status).toBe(404);
  });

  it('gives the latest version with the numbers of all', async () => {
    await publish(await starter());
    await publish(await starter('fr'));
    expect((await get('notices/spring')).body).toMatchObject({
      version: 2,
      versions: [1, 2],
      texts: [{ locale: 'fr' }],
    });
  });

  it.each([
    'notices/winter',
    'notices/lint',
    'notices/spring/versions/2',
    'notices/spring/versions/0',
    'notices/spring/versions/01',
    'notices/spring/versions/1.0',
    'notices/spring/versions/latest',
    'notices/spring/versions/1000000',
    'notices/spring#1/versions/1',
    `notices/${'x'.repeat(3000)}`,
  ])('answers 404 at %s', async (path) => {
    await publish(await starter());
    expect((await get(path)).status).toBe(404);
    expect((await get('notices/spring/versions/1')).status).toBe(200);
    expect((await api.call('GET', '/v1/apps/bare/notices/spring')).status).toBe(404);
  });
});

describe('the linter', () => {
  it('passes what may be published, and stores nothing', async () => {
    const { texts } = await starter();
    expect(await lint({ document: { kind: 'notice', texts } })).toMatchObject({
      status: 200,
      body: { passes: true, findings: [] },
    });
    expect((await get('notices')).body.data).toEqual([]);
  });

  it('says what publishing would say, with pointers into the document', async () => {
    const texts = [await text({ agreement: 'I agree to receive messages.' })];
    const { body } = await lint({ document: { kind: 'notice', texts } });
    expect(body.passes).toBe(false);
    const errors = body.findings.filter(({ severity }: { severity: string }) => severity === 'error');
    const refused = faults(await publish({ noticeId: 'spring', texts }));
    expect(errors.map(({ pointer, rule }: { pointer: string; rule: string }) => `${pointer} ${rule}`)).toEqual(refused);
  });

  it('looks at forms and templates', async () => {
    const form = {
      kind: 'form',
      text: 'Get offers from Acme on WhatsApp.',
      locale: 'en',
      showsWhatsappMark: true,
      numberEditable: true,
      fields: [{ purposeId: 'offers', label: 'I want offers from Acme on WhatsApp', preTicked: true }],
    };
    const template = { kind: 'template', locale: 'pt_BR', category: 'marketing', body: 'Olá!\nTemos novidades.' };
    const rules = async (document: object) =>
      (await lint({ document })).body.findings.map(({ rule }: { rule: string }) => rule);
    expect(await rules(form)).toContain('pre-ticked');
    expect(await rules(template)).toContain('template-way-out');
  });

  it.each([
    [{}, ['/document required']],
    [{ document: { kind: 'poem' } }, ['/document/kind wrong-type']],
    [{ document: { kind: 'form', texts: [] } }, undefined],
    [{ document: 'words' }, ['/document wrong-type']],
    [{ document: { kind: 'notice', texts: [{ purposes: [{ purposeId: 'nothing' }] }] } }, undefined],
  ])('refuses what is no document: %j', async (body, expected) => {
    const answer = await lint(body);
    expect(answer.status).toBe(422);
    if (expected !== undefined) expect(faults(answer)).toEqual(expected);
  });
});

describe('words of ours', () => {
  it.each(languages)('the starter in %s can be published as it is, under the strict profile', async (locale) => {
    const body = await starter(locale);
    expect(body).toMatchObject({ noticeId: 'spring', profile: 'strict', texts: [{ locale, businessName: 'Acme' }] });
    const answer = await publish(body);
    expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  });

  it.each([
    [{ privacyUrl }, ['locale required']],
    [{ locale: 'en' }, ['privacyUrl required']],
    [{ locale: 'en', privacyUrl: 'acme.example' }, ['privacyUrl unusable-url']],
    [{ locale: 'xx', privacyUrl }, ['locale no-such-language']],
    [{ locale: 'en', privacyUrl, noticeId: 'lint' }, ['noticeId reserved']],
  ])('the starter refuses %j', async (query, expected) => {
    expect(faults(await get('notices/starter', { query }))).toEqual(expected);
  });

  it('the starter of an app without purposes says that there is nothing to ask for', async () => {
    const query = { locale: 'en', privacyUrl };
    expect(faults(await api.call('GET', '/v1/apps/bare/notices/starter', { query }))).toEqual(['appId no-purposes']);
  });

  it('gives the texts of templates in each language', async () => {
    for (const locale of languages) {
      const { body } = await get('template-texts', { query: { locale } });
      expect(body).toMatchObject({ locale, footer: expect.any(String), optOutButton: expect.any(String) });
    }
    expect(faults(await get('template-texts', { query: { locale: 'xx' } }))).toEqual(['locale no-such-language']);
    expect(faults(await get('template-texts'))).toEqual(['locale required']);
  });
});
