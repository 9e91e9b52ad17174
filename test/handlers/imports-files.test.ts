import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyImport } from '../../lambdas/use-cases/imports/manage-imports.ts';
import { type TestBucket, testBucket } from '../support/exports/export-bucket.ts';
import { answers, byDate, csv, importBench, importingApp } from '../support/imports/import-bench.ts';
import { type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';

let bucket: TestBucket;
let ledger: LedgerBench;
let bench: Awaited<ReturnType<typeof importBench>>;
let apps = 0;
let appId = '';

beforeAll(async () => {
  bucket = await testBucket();
  ledger = await ledgerBench();
});
afterAll(() => bucket.stop());
beforeEach(async () => {
  apps += 1;
  appId = `acme-${apps}`;
  ledger.setNow(noon);
  bench = await importBench(ledger, bucket, appId);
});

const [ana, eva] = ['525512345678', '525512345679'] as const;
const subjectOf = async (phone: string) => (await ledger.people.find(appId, { phone }, ledger.now()))?.subject;
const putFile = (importId: string, body: string, more: object = {}) =>
  bench.call('PUT', `/imports/${importId}/file`, { body, headers: { 'content-type': 'text/csv' }, ...more });

describe('a file that cannot be used', () => {
  test.each([
    ['empty', '', 'empty', undefined],
    ['a header alone', 'Phone,Date\n', 'empty', undefined],
    ['another header', 'Telephone,Date\n1,2\n', 'missing-column', 1],
    ['two columns of one name', 'Phone,Date,Phone\n1,2,3\n', 'missing-column', 1],
    ['a workbook', 'PK\u0003\u0004 and more', 'not-a-table', 1],
    ['no text', 'Phone,Date\n\0\0\0', 'not-a-table', 1],
    [
      'a quote that is never closed',
      'Phone,Date\n"+525512345678,2026-10-01\n+525512345679,2026-10-01\n',
      'not-a-table',
      2,
    ],
  ])('%s: a clear state, nothing applied', async (_what, text, code, line) => {
    const importId = await bench.upload(text === '' ? 'x' : text);
    if (text === '') await bucket.client.send(put(importId, ''));
    const tried = await bench.dryRun(importId);
    expect(tried).toMatchObject({ state: 'refused', refusal: { code, ...(line !== undefined && { line }) } });
    expect((await bench.call('POST', `/imports/${importId}/apply`, { body: answers })).status).toBe(409);
    expect(await subjectOf(ana)).toBeUndefined();
    // Another file may be tried.
    await putFile(importId, csv('Phone,Date', `+${ana},2026-10-01`));
    expect(await bench.dryRun(importId)).toMatchObject({ state: 'previewed', counts: { new: 1 } });
    expect(await bench.read(importId)).not.toHaveProperty('refusal');
  });

  test('that never came, is too large, or says that it is something else', async () => {
    const made = await bench.call('POST', '/imports', { body: { kind: 'opt-ins', fileName: 'a.csv', size: 10 } });
    expect(await bench.dryRun(made.body.importId)).toMatchObject({ state: 'refused', refusal: { code: 'no-file' } });
    const tooLarge = { kind: 'opt-ins', fileName: 'a.csv', size: 250_000_001 };
    expect((await bench.call('POST', '/imports', { body: tooLarge })).status).toBe(422);
    const latin = await bench.upload(Buffer.from('Phone,Date,Name\n+525512345678,2026-10-01,Jos\xe9\n', 'latin1'));
    expect(await bench.dryRun(latin, { ...byDate, encoding: 'utf-8' })).toMatchObject({
      refusal: { code: 'wrong-encoding' },
    });
    expect(await bench.dryRun(latin)).toMatchObject({ state: 'previewed', file: { encoding: 'windows-1252' } });
  });

  test('that was changed after its dry run is not applied, also when it is put back', async () => {
    const file = csv('Phone,Date', `+${ana},2026-10-01`);
    const importId = await bench.upload(file);
    await bench.dryRun(importId);
    await bucket.client.send(put(importId, csv('Phone,Date', `+${eva},2026-10-01`)));
    expect((await bench.call('POST', `/imports/${importId}/apply`, { body: answers })).status).toBe(409);
    expect(await bench.read(importId)).toMatchObject({ state: 'refused', refusal: { code: 'file-changed' } });
    await bucket.client.send(put(importId, file));
    expect((await bench.call('POST', `/imports/${importId}/apply`, { body: answers })).status).toBe(409);
    await bench.run();
    expect([await subjectOf(ana), await subjectOf(eva)]).toEqual([undefined, undefined]);
  });

  test('that was changed when somebody else applies already refuses nothing of what is on its way', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    // One call has read the import as tried; before it looks at the file another applies it, and the file is replaced.
    const { imports, importFiles, now } = bench.deps;
    const late = {
      ...importFiles,
      head: async (...of: Parameters<typeof importFiles.head>) => {
        expect((await bench.call('POST', `/imports/${importId}/apply`, { body: answers })).status).toBe(202);
        await bucket.client.send(put(importId, csv('Phone,Date', `+${eva},2026-10-01`)));
        return importFiles.head(...of);
      },
    };
    const importStarter = { start: () => Promise.reject(new Error('nothing is to start')) };
    const given = { operator: 'Bob', documentRef: 'B', dryRun: 1, keyId: 'key_aaaaaaaaaaaaaaaa' };
    const second = applyImport({ imports, importFiles: late, importStarter, now }, appId, importId, given);
    await expect(second).rejects.toThrow('changed');
    expect(await bench.read(importId)).toMatchObject({ state: 'applying', attestation: { operator: 'Ada' } });
    await bench.run();
    expect(await bench.read(importId)).toMatchObject({ state: 'applied', applied: { recorded: 1 } });
    expect([(await subjectOf(ana))?.registers.offers?.G2?.at, await subjectOf(eva)]).toEqual([
      Date.UTC(2026, 9, 1) / 1000,
      undefined,
    ]);
  });

  test('that changes while it is read', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    const { importFiles } = bench.deps;
    const changing = {
      ...importFiles,
      writePart: async (...part: Parameters<typeof importFiles.writePart>) => {
        await importFiles.writePart(...part);
        await bucket.client.send(put(importId, csv('Phone,Date', `+${eva},2026-10-01`)));
      },
    };
    await bench.call('POST', `/imports/${importId}/dry-run`, { body: byDate });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    await bench.execute(input, undefined, { importFiles: changing });
    expect(await bench.read(importId)).toMatchObject({ state: 'refused', refusal: { code: 'file-changed' } });
  });
});

const put = (importId: string, Body: string) =>
  new PutObjectCommand({ Bucket: bucket.bucket, Key: `imports/${appId}/${importId}/file`, Body: Buffer.from(Body) });

describe('files of noes', () => {
  test('are recorded as they stand, a day to its end, one without a time as of when the file came, and never undone', async () => {
    await ledger.sayTo(importingApp(appId), { phone: ana }, { saidAt: Date.UTC(2026, 9, 1, 10) });
    const importId = await bench.upload(
      csv('Phone;Date', `+${ana};01.10.2026`, `+${eva};soon`, `+${ana};02.10.2026`),
      'opt-outs',
    );
    const columns = { phone: 'Phone', date: { column: 'Date', format: 'DD.MM.YYYY', timeZone: 'UTC' } };
    expect(await bench.dryRun(importId, { columns })).toMatchObject({ toRecord: 3 });
    expect(await bench.report(importId)).toEqual(['2,new,yes,', '3,new,yes,', '4,duplicate,yes,']);
    expect(await bench.apply(importId)).toMatchObject({ state: 'applied', applied: { recorded: 3 } });
    const mark = async (phone: string) => (await subjectOf(phone))?.registers['*']?.R2?.at;
    expect(await mark(ana)).toBe(Date.UTC(2026, 9, 2, 23, 59, 59) / 1000);
    expect(await mark(eva)).toBe(noon / 1000);
    const undo = await bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } });
    expect([undo.status, undo.body.code]).toEqual([409, 'import-state']);
  });

  test('without times are of when the file came, however long after its import was begun', async () => {
    const importId = await bench.upload(csv('Phone', `+${ana}`), 'opt-outs');
    // Somebody agrees meanwhile; the file that says no comes later, and may be later than that.
    ledger.setNow(noon + 180_000);
    await ledger.sayTo(importingApp(appId), { phone: ana }, { saidAt: noon + 60_000 });
    const { importFiles } = bench.deps;
    const late = {
      ...importFiles,
      head: async (...of: Parameters<typeof importFiles.head>) => {
        const found = await importFiles.head(...of);
        return found && { ...found, cameAt: noon + 120_000 };
      },
    };
    await bench.call('POST', `/imports/${importId}/dry-run`, { body: { columns: { phone: 'Phone' } } });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    await bench.execute(input, undefined, { importFiles: late });
    await bench.apply(importId);
    const { registers } = (await subjectOf(ana)) ?? {};
    expect(registers?.['*']?.R2?.at).toBe((noon + 120_000) / 1000);
  });

  test('people who are not to be contacted, and who may be again', async () => {
    await ledger.sayTo(importingApp(appId), { phone: ana });
    const importId = await bench.upload(csv('Phone,Why', `+${ana},asked by letter`, `+${eva},`), 'suppressions');
    const mapping = { columns: { phone: 'Phone', reason: 'Why' }, reason: 'list of 2026', scope: 'marketing' };
    expect(
      (await bench.call('POST', `/imports/${importId}/dry-run`, { body: { columns: { phone: 'Phone' } } })).status,
    ).toBe(422);
    expect(await bench.dryRun(importId, mapping)).toMatchObject({ counts: { new: 2 } });
    await bench.apply(importId);
    expect((await subjectOf(ana))?.suppressions).toMatchObject([
      { reason: 'administrative', scope: 'marketing', operator: 'Ada', text: 'asked by letter' },
    ]);
    expect((await subjectOf(eva))?.suppressions).toMatchObject([{ text: 'list of 2026' }]);
    expect(
      (await bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } })).status,
    ).toBe(409);

    // An opt-in of theirs is recorded, and they are held back all the same.
    const yes = await bench.upload(csv('Phone,Date', `+${eva},2026-10-01`));
    expect(await bench.dryRun(yes)).toMatchObject({ counts: { suppressed: 1 }, toRecord: 1 });

    ledger.setNow(noon + 60_000);
    const lifting = await bench.upload(csv('Phone', `+${ana}`, '+525500000000'), 'suppressions');
    expect(await bench.dryRun(lifting, { columns: { phone: 'Phone' }, reason: 'mended', lift: true })).toMatchObject({
      counts: { new: 1, known: 1 },
    });
    await bench.apply(lifting);
    expect((await subjectOf(ana))?.suppressions).toEqual([]);
    expect(await subjectOf('525500000000')).toBeUndefined();
  });
});

describe('files that have gone', () => {
  test('after 90 days whom an import gave to is not known, and it says so instead of failing', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    await bench.apply(importId);
    const undo = () => bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } });
    ledger.setNow(noon + 90 * 24 * 60 * 60 * 1000);
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'import-state' } });
    expect(await bench.read(importId)).toMatchObject({ state: 'applied' });
    ledger.setNow(noon + 90 * 24 * 60 * 60 * 1000 - 1);
    expect((await undo()).status).toBe(202);
  });
});

describe('the calls', () => {
  test('a small file comes in a call, as text or as bytes', async () => {
    const made = await bench.call('POST', '/imports', { body: { kind: 'opt-ins', fileName: 'a.csv', size: 10 } });
    const { importId } = made.body;
    expect((await putFile(importId, csv('Phone,Date', `+${ana},2026-10-01`))).status).toBe(200);
    expect(await bench.dryRun(importId)).toMatchObject({ counts: { new: 1 } });
    const bytes = { headers: { 'content-type': 'application/octet-stream' }, base64: true };
    expect((await putFile(importId, 'Phone,Date\n', bytes)).status).toBe(200);
    expect(await bench.dryRun(importId)).toMatchObject({ refusal: { code: 'empty' } });
    expect((await putFile(importId, '{}', { headers: { 'content-type': 'application/json' } })).status).toBe(415);
    expect((await putFile(importId, 'x'.repeat(4 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await putFile('imp_0', 'x')).status).toBe(404);
  });

  test('a mapping says all that it lacks at once', async () => {
    const importId = await bench.upload('Phone\n1\n');
    const faultsOf = async (body: object) =>
      (await bench.call('POST', `/imports/${importId}/dry-run`, { body })).body.errors?.map(
        (each: { readonly pointer: string; readonly code: string }) => [each.pointer, each.code],
      );
    expect(await faultsOf({ columns: {} })).toEqual(
      expect.arrayContaining([
        ['/columns', 'required'],
        ['/purposes', 'required'],
      ]),
    );
    expect(await faultsOf({ columns: { phone: 'Phone' }, purposes: 'all' })).toEqual([['/purposes', 'wrong-type']]);
    expect(await faultsOf({ columns: { phone: 'Phone' }, purposes: ['ofers'] })).toEqual([
      ['/purposes/0', 'unknown-purpose'],
    ]);
    expect(await faultsOf({ columns: { phone: 'Phone' }, purposes: ['offers'], country: 'QQ' })).toEqual([
      ['/country', 'not-a-country'],
    ]);
    const date = { column: 'Date', format: 'D.M.Y' };
    expect(await faultsOf({ columns: { phone: 'Phone', date }, purposes: ['offers'] })).toEqual([
      ['/columns/date/format', 'not-one-of'],
    ]);
  });

  test('somebody answers by name: who signed in by their own', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    const apply = (body: object, keyId = 'key_aaaaaaaaaaaaaaaa') =>
      bench.call('POST', `/imports/${importId}/apply`, {
        body,
        key: { keyId, scopes: 'imports:write', apps: '*' },
      });
    const proof = { documentRef: 'B', dryRun: 1, confirms: true };
    expect((await apply(proof)).body.errors).toMatchObject([{ pointer: '/operator', code: 'required' }]);
    expect((await apply({ ...proof, confirms: false })).status).toBe(422);
    const person = 'person_k3v9m2x7q4w8r5t1';
    expect((await apply({ ...proof, operator: 'Ada' }, person)).body.errors).toMatchObject([{ code: 'not-yours' }]);
    expect((await apply(proof, person)).body.attestation).toMatchObject({ operator: person, keyId: person });
  });

  test('whoever may read sees states and counts, and nobody without the scope anything', async () => {
    const importId = await bench.upload('Phone\n1\n');
    const as = (scopes: string) => ({ key: { keyId: 'key_aaaaaaaaaaaaaaaa', scopes, apps: '*' } });
    expect((await bench.call('GET', `/imports/${importId}`, as('imports:read'))).status).toBe(200);
    expect((await bench.call('GET', '/imports', as('imports:read'))).body.data).toHaveLength(1);
    expect((await bench.call('GET', '/imports', as('exports:read'))).status).toBe(403);
    const order = { body: { kind: 'opt-ins', fileName: 'a', size: 1 }, ...as('imports:read') };
    expect((await bench.call('POST', '/imports', order)).status).toBe(403);
  });
});
