import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAside } from '../../lambdas/adapters/aside/read-aside.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { asideShelf, keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lastWebhook } from '../../lambdas/adapters/dynamodb/messages/last-webhook.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import { awsWhatsapp } from '../../lambdas/handlers/aws-whatsapp.ts';
import type { Ledger } from '../../lambdas/use-cases/ledger/ports.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { fixtureBytes, fixturesOfKind } from '../support/fixtures.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { socialEvent } from '../support/providers/social.ts';

const number = '106540352242922';
const anna = { phone: '16505551234' };
let bench: LedgerBench;

beforeEach(async () => {
  bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(acme);
  await bench.sayTo(acme, anna, { saidAt: noon - 60_000 });
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

const hear = (event: unknown, ledger: Ledger = bench.ledger) =>
  awsWhatsapp({
    ledger,
    apps: appStore(bench.table, bench.now),
    choices: choiceStore(bench.table, bench.now),
    points: pointStore(bench.table),
    prompts: promptStore(bench.table, bench.now),
    templates: templateStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    lastWebhook: lastWebhook(bench.table, bench.now),
    now: bench.now,
  })(event as Parameters<ReturnType<typeof awsWhatsapp>>[0], lambdaContext());
const said = (body: string, at = noon, id = `wamid.${body}.${at}`) =>
  delivery(messagesChange(number, { messages: [textMessage(anna.phone, id, at, body)] }));
async function consent(person: object = anna): Promise<string> {
  const found = await bench.people.find('acme', person, bench.now());
  const purpose = { purposeId: 'offers', category: 'marketing' } as const;
  return consentState(found?.subject.registers ?? {}, purpose, bench.now()).state;
}
const kept = () => asideShelf(bench.table).list('2026-11-20');

describe('WhatsApp by AWS', () => {
  it('is Meta’s own entry in JSON in JSON: STOP, with the time of the message', async () => {
    bench.setNow(noon + 600_000);
    await hear(socialEvent(said('STOP')));
    expect(await consent()).toBe('opted-out');
    const found = await bench.people.find('acme', anna, bench.now());
    expect(found?.window?.lastInboundAt).toBe(noon);
  });

  it('hears every notification of an event, and an entry that is an object', async () => {
    const [first, second] = [said('hello', noon), said('STOP', noon + 1000)];
    const event = socialEvent(first, second);
    const { Message } = event.Records[1]?.Sns ?? { Message: '' };
    const { whatsAppWebhookEntry, ...rest } = JSON.parse(Message) as { whatsAppWebhookEntry: string };
    const asObject = JSON.stringify({ ...rest, whatsAppWebhookEntry: JSON.parse(whatsAppWebhookEntry) });
    await hear({ Records: [event.Records[0], { Sns: { Message: asObject } }] });
    expect(await consent()).toBe('opted-out');
  });

  it('rejects what could not be stored, and is safe to repeat', async () => {
    const failing: Ledger = { ...bench.ledger, recordStatement: () => Promise.reject(new Error('no')) };
    await expect(hear(socialEvent(said('STOP')), failing)).rejects.toThrow('Not everything');
    for (const _ of [1, 2]) await hear(socialEvent(said('STOP')));
    expect(await consent()).toBe('opted-out');
  });

  it('notes that something came for the number', async () => {
    await hear(socialEvent(said('hello')));
    expect(await lastWebhook(bench.table, bench.now).of(number)).toBe(noon);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'STOP'],
    ['JSON of something else', JSON.stringify({ hello: 1 })],
    ['an entry that is no JSON', JSON.stringify({ whatsAppWebhookEntry: '{"id":' })],
    ['an entry that is a list', JSON.stringify({ whatsAppWebhookEntry: '[]' })],
    ['an object that nests too deep', `{"whatsAppWebhookEntry":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`],
    ['nothing', undefined],
  ])('keeps aside %s', async (_, Message) => {
    await hear({ Records: [{ Sns: { MessageId: '1', Message } }] });
    const [item] = await kept();
    expect(item).toMatchObject({ why: 'no-social-message', part: { social: { MessageId: '1' }, receivedAt: noon } });
    expect(item && readAside(item)).toMatchObject([{ event: 'unreadable', why: 'no-social-message' }]);
  });

  it('takes any depth of an entry without falling over it', async () => {
    const deep = `{"id":"1","changes":[],"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    await hear({ Records: [{ Sns: { Message: JSON.stringify({ whatsAppWebhookEntry: deep }) } }] });
    expect((await kept()).map(({ why }) => why)).toEqual(['too-deep']);
  });

  it.each(['aws-social-inbound', 'aws-event'])('concludes what the recorded ones of kind %s say', async (kind) => {
    for (const { file, conclude } of fixturesOfKind(kind).filter((each) => each.file.includes('eum-social'))) {
      const read = JSON.parse(fixtureBytes(file).toString()) as object;
      const event = 'Records' in read ? read : { Records: [{ Sns: { Message: JSON.stringify(read) } }] };
      const owner = { ...acme, appId: 'sample', whatsapp: { ...acme.whatsapp, phoneNumberId: '321010217712345' } };
      await appStore(bench.table, bench.now)
        .create({ ...owner, smsNumbers: [] } as typeof acme)
        .catch(() => undefined);
      await hear(event);
      for (const { subject, session, marketing } of conclude) {
        const found = await bench.people.find('sample', { phone: subject?.wa_id ?? '' }, 1_723_506_036_000);
        expect([marketing, session]).toEqual(['no-change', 'open']);
        expect(found?.window && isOpen(found.window, 1_723_506_036_000)).toBe(true);
        expect(found?.subject.registers ?? {}).toEqual({});
      }
    }
  });
});
