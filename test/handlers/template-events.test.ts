import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { asideShelf, keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { unknownTemplate } from '../../lambdas/domain/templates/template.ts';
import { categoryAt, comingChange } from '../../lambdas/domain/templates/template-category.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { fixtureBytes, fixturesOfKind } from '../support/fixtures.ts';
import { type LedgerBench, ledgerBench } from '../support/ledger/ledger-bench.ts';
import { deliver, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';

const wabaId = '102290129340398';
const named = { wabaId, name: 'order_update', language: 'en_US' };
const second = 1000;
const hour = 3600 * second;
const t0 = Date.parse('2026-11-21T10:00:00Z');

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(t0 + 24 * hour);
});

const store = () => templateStore(bench.table);
const webhook = () =>
  whatsappWebhook({
    secrets: webhookSecrets,
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    points: pointStore(bench.table),
    prompts: promptStore(bench.table, bench.now),
    templates: store(),
    aside: keptAside(bench.table, bench.now),
    now: bench.now,
  });

interface Said {
  readonly at?: number | string | null;
  readonly waba?: string;
  readonly field?: string;
  readonly value: object;
}
const template = {
  message_template_id: 1689556908129832,
  message_template_name: 'order_update',
  message_template_language: 'en-US',
};
const entryOf = ({ at = t0, waba = wabaId, field = 'message_template_status_update', value }: Said) => ({
  id: waba,
  ...(at !== null && { time: typeof at === 'number' ? at / 1000 : at }),
  changes: [{ field, value: { ...template, ...value } }],
});
const hear = async (...said: readonly Said[]) => {
  const body = { object: 'whatsapp_business_account', entry: said.map(entryOf) };
  expect(await deliver(webhook(), body)).toMatchObject({ status: 200 });
};
const approved: Said = { value: { event: 'APPROVED', reason: 'NONE', message_template_category: 'UTILITY' } };
const known = async () => (await store().find(named)) ?? unknownTemplate(named);
const aside = async () => (await asideShelf(bench.table).list('2026-11-22')).map(({ why }) => why);
const category = async (now = bench.now()) => categoryAt(await known(), now).is;

describe('every recorded payload about templates, numbers and accounts comes to its conclusion', () => {
  const concluded: { readonly [id: string]: object | 'nothing' | 'kept' } = {
    'meta-docs/manage-webhooks-15-message-template-status-update': {
      of: { wabaId: '495709166956424', name: 'Summer 20 Template', language: 'en_US' },
      status: 'approved',
      metaId: '64244916695',
    },
    'meta-docs/message-template-status-update-1-message-template-status-update': {
      of: { wabaId, name: 'order_confirmation', language: 'en_US' },
      status: 'approved',
      category: 'utility',
    },
    'whatsapp-business-java-api/rejected-template': {
      of: { wabaId: '880480871844883', name: 'schedule_confirmation4', language: 'pt_BR' },
      status: 'rejected',
      reason: 'SCAM',
    },
    // Meta's sample of a quality stands under the field of a status: it is a quality all the same.
    'meta-docs/message-template-quality-update-1-message-template-status-update': {
      of: { wabaId, name: 'welcome_template', language: 'en_US' },
      status: undefined,
      quality: 'yellow',
    },
    'meta-docs/template-category-update-1-template-category-update': {
      of: { wabaId, name: 'welcome_template', language: 'en_US' },
      coming: { is: 'marketing', from: 1746169200 * second },
      at: { [1746169199 * second]: 'utility', [1746169200 * second]: 'marketing' },
    },
    'meta-docs/template-category-update-2-template-category-update': {
      of: { wabaId, name: 'welcome_template', language: 'en_US' },
      coming: undefined,
      category: 'marketing',
    },
    'meta-docs/message-template-components-update-1-message-template-components-update': {
      of: { wabaId, name: 'order_confirmation', language: 'en_US' },
      status: undefined,
      words: {
        header: 'Your order is confirmed!',
        footer: 'Lucky Shrub: the Succulent Specialists!',
        buttons: [
          { kind: 'phone-number', text: 'Phone support' },
          { kind: 'url', text: 'Email support' },
        ],
      },
    },
    // What concerns a number or an account is no template's, and nobody's consent: quality and limits are issue Q1.
    'meta-docs/account-alerts-1-account-alerts': 'nothing',
    'meta-docs/account-review-update-1-account-review-update': 'nothing',
    'meta-docs/business-capability-update-1-business-capability-update': 'nothing',
    'meta-docs/call-settings-17-account-update-account-restriction': 'nothing',
    'meta-docs/call-settings-18-account-update-account-restriction': 'nothing',
    'meta-docs/manage-webhooks-11-phone-number-quality-update': 'nothing',
    'meta-docs/manage-webhooks-12-account-update-verified-account': 'nothing',
    'meta-docs/manage-webhooks-14-account-review-update': 'nothing',
    'meta-docs/manage-webhooks-9-account-update-partner-added': 'nothing',
    'meta-docs/onboarding-business-app-users-11-account-update-account-offboarded': 'nothing',
    'meta-docs/onboarding-business-app-users-13-account-update-account-reconnected': 'nothing',
    'meta-docs/phone-number-quality-update-1-phone-number-quality-update': 'nothing',
    'whatsapp-business-java-api/account-restricted': 'nothing',
    'whatsapp-business-java-api/quality-update': 'nothing',
    'whatsapp-business-java-api/verified-account': 'nothing',
    'meta-docs/account-update-8-malformed-partner-app-installed': 'kept',
    'meta-docs/account-update-9-malformed-partner-app-uninstalled': 'kept',
  };
  const about = /template|quality|account|capability|alert|review/;
  const fields = fixturesOfKind('whatsapp-webhook').filter(
    ({ id, conclude }) => conclude.some(({ field }) => about.test(field ?? '')) || id.includes('malformed-partner'),
  );

  test('each has one', () => {
    expect(fields.map(({ id }) => id).toSorted()).toEqual(Object.keys(concluded).toSorted());
  });

  test.each(fields)('$id', async ({ id, file }) => {
    const conclusion = concluded[id];
    expect(await deliver(webhook(), fixtureBytes(file).toString())).toMatchObject({ status: 200 });
    expect(await aside()).toHaveLength(conclusion === 'kept' ? 1 : 0);
    if (conclusion === undefined || typeof conclusion === 'string') return;
    const {
      of,
      words,
      at = {},
      ...rest
    } = conclusion as { of: typeof named; words?: object; at?: Record<string, string> };
    const found = (await store().find(of)) ?? unknownTemplate(of);
    const seen = {
      ...{ status: found.status?.is, reason: found.reason, quality: found.quality?.is, metaId: found.metaId },
      ...{ category: categoryAt(found, bench.now()).is, coming: comingChange(found) },
    };
    expect(seen).toMatchObject(rest);
    for (const [time, is] of Object.entries(at)) expect(categoryAt(found, Number(time)).is).toBe(is);
    if (words !== undefined) expect(await store().words(of)).toMatchObject(words);
    expect(await store().history(of, 10)).toHaveLength(1);
  });
});

describe('an event', () => {
  test('is recorded once, however often it is delivered', async () => {
    await hear(approved, approved);
    await hear(approved);
    expect(await store().history(named, 10)).toEqual([
      {
        at: t0,
        heardAt: bench.now(),
        from: 'event',
        facts: { status: 'approved', mentions: 'utility' },
      },
    ]);
    expect((await known()).version).toBe(1);
  });

  test('of another account is of another template', async () => {
    await hear(approved, { waba: '999', value: { event: 'DISABLED' } });
    expect((await known()).status?.is).toBe('approved');
  });

  test('is of the same template with a hyphen as with an underscore', async () => {
    await hear(approved, { at: t0 + hour, value: { event: 'PAUSED', message_template_language: 'en_US' } });
    expect((await known()).status?.is).toBe('paused');
  });

  test('that is older than the latest changes nothing, and stands in the history', async () => {
    await hear({ at: t0 + hour, value: { event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } } });
    await hear(approved);
    expect(await known()).toMatchObject({ status: { is: 'paused' }, reason: 'FIRST_PAUSE' });
    expect(
      (await store().history(named, 10)).map(({ facts, changedNothing }) => [facts.status, changedNothing]),
    ).toEqual([
      ['paused', undefined],
      ['approved', undefined],
    ]);
    await hear({ at: t0 - hour, value: { event: 'PENDING' } });
    expect((await store().history(named, 10)).at(-1)).toMatchObject({
      facts: { status: 'pending' },
      changedNothing: true,
    });
  });

  test('never counts from a time that is still to come', async () => {
    await hear({ at: t0 + 1000 * hour, value: { event: 'PAUSED' } });
    expect((await known()).status).toEqual({ is: 'paused', since: bench.now(), at: bench.now() });
  });

  test('from a time that is still to come frees nothing, however often it is delivered', async () => {
    const early = { at: t0 + 1000 * hour, value: { event: 'APPROVED' } };
    await hear(early, { value: { event: 'PAUSED' } });
    expect((await known()).status?.is).toBe('paused');
    bench.setNow(bench.now() + hour);
    await hear(early);
    expect((await known()).status?.is).toBe('paused');
    expect(await aside()).toEqual(['template-unclear', 'template-unclear']);
  });

  test.each([
    ['REINSTATED', 'approved'],
    ['FLAGGED', 'approved'],
    ['Flagged', 'approved'],
    ['PAUSED', 'paused'],
    ['DISABLED', 'disabled'],
    ['REJECTED', 'rejected'],
    ['PENDING', 'pending'],
    ['IN_APPEAL', 'in-appeal'],
    ['PENDING_DELETION', 'pending-deletion'],
    ['DELETED', 'deleted'],
    ['ARCHIVED', 'archived'],
    ['UNARCHIVED', 'unclear'],
    ['LOCKED', 'locked'],
    ['LIMIT_EXCEEDED', 'limit-exceeded'],
  ])('%s after an approval: %s, and nothing is kept aside', async (event, status) => {
    await hear(approved, { at: t0 + second, value: { event, reason: null } });
    expect((await known()).status?.is).toBe(status);
    expect(await aside()).toEqual([]);
  });

  test.each([
    ['a word that nobody knows', { event: 'GONE' }],
    ['nothing', {}],
    ['a list', { event: ['APPROVED'] }],
    ['the end of a pause by another word', { event: 'LOCKED', other_info: { title: 'UNPAUSE' } }],
  ])('that says %s makes the template unclear, and is kept aside', async (_what, value) => {
    await hear(approved, { at: t0 + second, value });
    expect((await known()).status?.is).toBe('unclear');
    expect(await aside()).toEqual(['template-unclear']);
  });

  test.each([
    ['no name', { message_template_name: '' }],
    ['no language', { message_template_language: null }],
    ['a language that is none', { message_template_language: 'English (US)' }],
    ['a name that is none', { message_template_name: 'a#b' }],
  ])('with %s is kept aside', async (_what, value) => {
    await hear({ value: { event: 'PAUSED', ...value } });
    expect(await aside()).toEqual(['template-without-name']);
    expect(await store().find(named)).toBeUndefined();
  });

  test.each([null, 'soon'])('whose time is %j frees nothing, and is kept aside', async (at) => {
    await hear({ value: { event: 'PAUSED' } }, { at, value: { event: 'APPROVED' } });
    expect((await known()).status?.is).toBe('paused');
    await hear(approved, { at, value: { event: 'DISABLED' } });
    expect((await known()).status?.is).toBe('disabled');
    expect(await aside()).toEqual(['template-unclear', 'template-unclear']);
  });

  test('about an id above 2^53 is found by name and language', async () => {
    const raw = JSON.stringify({ object: 'whatsapp_business_account', entry: [entryOf(approved)] });
    expect(await deliver(webhook(), raw.replace('1689556908129832', '99999999999999999'))).toMatchObject({
      status: 200,
    });
    expect(await known()).not.toHaveProperty('metaId');
    expect((await known()).status?.is).toBe('approved');
  });
});

describe('the category', () => {
  const field = 'template_category_update';
  const done = (at: number, previous_category: string, new_category: string): Said => ({
    field,
    at,
    value: { previous_category, new_category },
  });
  const notice = (at: number, from: number): Said => ({
    field,
    at,
    value: { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: from / 1000 },
  });

  test('of a notice is the present one until its time', async () => {
    await hear(approved, notice(t0 + second, t0 + 48 * hour));
    expect([await category(t0 + 48 * hour - 1), await category(t0 + 48 * hour)]).toEqual(['utility', 'marketing']);
  });

  test('of a notice frees nothing: it names the present one by the way', async () => {
    await hear(approved, done(t0 + second, 'UTILITY', 'MARKETING'), notice(t0 + hour, t0 + 48 * hour));
    expect(await category()).toBe('marketing');
  });

  test('is done at once for businesses that get no notice', async () => {
    await hear(approved, done(t0 + second, 'UTILITY', 'MARKETING'));
    expect(await category()).toBe('marketing');
  });

  test('is utility again only from an event of that on', async () => {
    await hear(approved, done(t0 + second, 'UTILITY', 'MARKETING'));
    await hear({ at: t0 + hour, value: { event: 'APPROVED', message_template_category: 'UTILITY' } });
    expect(await category()).toBe('marketing');
    await hear(done(t0 + 2 * hour, 'MARKETING', 'UTILITY'));
    expect(await category()).toBe('utility');
  });

  test('stays what the later event says when they come in the wrong order', async () => {
    await hear(done(t0 + 2 * hour, 'MARKETING', 'UTILITY'));
    await hear(done(t0 + hour, 'UTILITY', 'MARKETING'));
    expect(await category()).toBe('utility');
  });

  test('that Meta names with a status counts when it is marketing', async () => {
    await hear(approved, { at: t0 + hour, value: { event: 'APPROVED', message_template_category: 'MARKETING' } });
    expect(await category()).toBe('marketing');
  });

  test('that Meta detects behind Direct Send counts at once', async () => {
    const value = { category: 'UTILITY', correct_category: 'MARKETING' };
    await hear(approved, { field: 'template_correct_category_detection', at: t0 + second, value });
    expect(await category()).toBe('marketing');
  });

  test.each([
    ['an unknown one', { previous_category: 'UTILITY', new_category: 'SERVICE' }],
    ['none', {}],
    ['an unknown one to come', { new_category: 'UTILITY', correct_category: 'SERVICE' }],
  ])('is unclear when the event names %s', async (_what, value) => {
    await hear(approved, { field, at: t0 + second, value });
    expect(await category()).toBe('unclear');
    expect(await aside()).toEqual(['template-unclear']);
  });
});

describe('words', () => {
  const field = 'message_template_components_update';
  test('are the latest', async () => {
    await hear({ field, at: t0 + hour, value: { message_template_element: 'Your order is on its way.' } });
    await hear({ field, value: { message_template_element: 'Your order is ready.', message_template_footer: 'Acme' } });
    expect(await store().words(named)).toEqual({ body: 'Your order is on its way.', buttons: [] });
    expect((await store().history(named, 10)).map(({ facts }) => facts.words?.body)).toEqual([
      'Your order is on its way.',
      'Your order is ready.',
    ]);
  });
});
