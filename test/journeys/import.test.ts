import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();
const day = 24 * 60 * 60 * 1000;

describe.skipIf(target.lacks('webhook'))('an import', () => {
  it('is tried, applied with a crash in the middle, resumed and undone: states as before', async () => {
    const shop = await openShop('import');
    const now = await target.now();
    const on = (days: number) => new Date(now - days * day).toISOString().slice(0, 10);
    const people = Array.from({ length: 12 }, (_, index) => shop.person(`Person ${index}`));
    const [known, stopped, ...others] = people;
    if (known === undefined || stopped === undefined) throw new Error('nobody');
    // One is in already, one wrote STOP after the yes that the file has.
    await shop.optIn({ phone: known.phone }, { saidAt: new Date(now - 2 * day).toISOString() });
    await shop.optIn({ phone: stopped.phone }, { saidAt: new Date(now - 40 * day).toISOString() });
    await target.whatsapp(
      delivery(
        messagesChange(shop.phoneNumberId, {
          messages: [textMessage(stopped.waId, 'wamid.stop', now - 60_000, 'STOP')],
        }),
      ),
    );
    const before = await states(shop, people);

    const lines = [known, stopped, ...others].map(({ phone }) => `${phone};${on(10)};BOX-7`);
    const file = `\ufeffTeléfono;Fecha;Papel\r\n${lines.join('\r\n')}\r\n${others[0]?.waId};${on(10)};BOX-7\r\n+52 55;${on(10)};BOX-7\r\n`;
    const made = await shop.post('imports', { kind: 'opt-ins', fileName: 'box.csv', size: Buffer.byteLength(file) });
    expect(made).toMatchObject({ status: 201, body: { state: 'awaiting-file' } });
    const importId = String(made.body.importId);
    const upload = made.body.upload as { readonly url: string; readonly headers: Record<string, string> };
    expect(await target.sendFile(upload.url, upload.headers, file)).toBe(200);

    const tried = await shop.post(`imports/${importId}/dry-run`, {
      columns: { phone: 'Teléfono', date: { column: 'Fecha', format: 'YYYY-MM-DD' }, documentRef: 'Papel' },
      country: 'MX',
      purposes: ['offers', 'order-updates'],
      source: 'paper',
    });
    expect(tried).toMatchObject({ status: 202, body: { state: 'reading' } });
    const previewed = await inState(shop, importId, 'previewed');
    expect(previewed).toMatchObject({
      counts: { new: 10, known: 1, 'older-than-opt-out': 1, 'same-line': 1, 'unusable-number': 1 },
      toRecord: 11,
      file: { rows: 14, delimiter: ';', encoding: 'utf-8' },
    });
    const report = await target.fetchFile(String((previewed.links as Json).report));
    const reported = gunzipSync(report.bytes).toString();
    expect(reported).toContain('15,unusable-number,no,too-short');
    for (const { phone } of people) expect(reported).not.toContain(phone.slice(3));
    expect(await states(shop, people)).toEqual(before);

    // The last row of what was read is broken: the step dies after it recorded others, again and again.
    const key = `imports/${shop.appId}/${importId}/1/parts/00001.jsonl`;
    const whole = await target.swapObject(String((previewed.links as Json).report), key, '');
    const rows = whole.trimEnd().split('\n');
    // No calendar has such a day.
    const broken = rows.map((row, index) => (index === 11 ? row.replace(/"at":\d+/, '"at":1e300') : row));
    await target.swapObject(String((previewed.links as Json).report), key, broken.join('\n'));
    const attested = { operator: 'Ada', documentRef: 'BOX-7', dryRun: 1, confirms: true };
    expect(await shop.post(`imports/${importId}/apply`, attested)).toMatchObject({ status: 202 });
    const failed = await inState(shop, importId, 'failed');
    expect(failed).toMatchObject({ mode: 'apply', progress: { rows: 14, done: 0 } });
    expect(
      await shop.post(`imports/${importId}/dry-run`, { columns: { phone: 'Teléfono' }, purposes: ['offers'] }),
    ).toMatchObject({
      status: 409,
      body: { code: 'import-state' },
    });

    await target.swapObject(String((previewed.links as Json).report), key, whole);
    await shop.post(`imports/${importId}/apply`, attested);
    const applied = await inState(shop, importId, 'applied');
    expect(applied).toMatchObject({
      applied: { recorded: 11, counted: 10, overruled: 1, refused: 0 },
      progress: { rows: 14, done: 14 },
    });
    const first = others[0];
    expect(await shop.decide({ phone: first?.phone })).toMatchObject({ decision: 'allow' });
    expect(await shop.decide({ phone: stopped.phone })).toMatchObject({ decision: 'deny' });
    const { body: user } = await shop.post('users/search', { phone: first?.phone });
    const statements = rowsOf(await shop.get(`users/${user.userId}/statements`));
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ source: 'paper' });

    expect(await shop.post(`imports/${importId}/undo`, { operator: 'Ada', reason: 'The wrong box.' })).toMatchObject({
      status: 202,
    });
    expect(await inState(shop, importId, 'undone')).toMatchObject({ annulled: 11 });
    expect(await decisions(shop, people)).toEqual(before.map(({ decision }) => decision));
    expect(rowsOf(await shop.get('imports')).map((each) => each.importId)).toEqual([importId]);
  }, 150_000);

  it('of noes is applied and never undone', async () => {
    const shop = await openShop('import-noes');
    const person = shop.person('Ana');
    await shop.optIn({ phone: person.phone }, { saidAt: new Date((await target.now()) - 2 * day).toISOString() });
    const file = `Phone\n${person.phone}\n`;
    const made = await shop.post('imports', { kind: 'opt-outs', fileName: 'noes.csv', size: Buffer.byteLength(file) });
    const importId = String(made.body.importId);
    const upload = made.body.upload as { readonly url: string; readonly headers: Record<string, string> };
    expect(await target.sendFile(upload.url, upload.headers, file)).toBe(200);
    await shop.post(`imports/${importId}/dry-run`, { columns: { phone: 'Phone' } });
    expect(await inState(shop, importId, 'previewed')).toMatchObject({ counts: { new: 1 } });
    await shop.post(`imports/${importId}/apply`, { operator: 'Ada', documentRef: 'M-1', dryRun: 1, confirms: true });
    await inState(shop, importId, 'applied');
    expect(await shop.decide({ phone: person.phone })).toMatchObject({ decision: 'deny' });
    expect(await shop.post(`imports/${importId}/undo`, { operator: 'Ada', reason: 'No.' })).toMatchObject({
      status: 409,
    });
  });
});

/** A step that fails is tried four times before the import is. */
const inState = (shop: Shop, importId: string, state: string): Promise<Json> =>
  eventually(async () => {
    const { body } = await shop.get(`imports/${importId}`);
    expect(body.state).toBe(state);
    return body;
  }, 60_000);

type Person = ReturnType<Shop['person']>;

const decisions = async (shop: Shop, people: readonly Person[]) =>
  (await states(shop, people)).map(({ decision }) => decision);

/** What a check of each says. */
async function states(shop: Shop, people: readonly Person[]): Promise<readonly Json[]> {
  const items = people.map(({ phone }) => ({ user: { phone }, purpose: 'offers', message: 'template' }));
  return rowsOf(await shop.post('eligibility/bulk', { items })).map(({ body }) => {
    const { decision, consent } = body as Json;
    return { decision, consent };
  });
}
