import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventSchema } from '../../lambdas/contract/events/catalogue.ts';
import type { ImportPlanAnswer } from '../../lambdas/contract/import-steps.ts';
import type { StatementCommand } from '../../lambdas/domain/ledger/statement-command.ts';
import { importStep } from '../../lambdas/edge/imports/import-step.ts';
import { applyPart } from '../../lambdas/use-cases/imports/apply-part.ts';
import type { AppliedRow } from '../../lambdas/use-cases/imports/ports.ts';
import { type TestBucket, testBucket } from '../support/exports/export-bucket.ts';
import { answers, byDate, csv, importBench, importingApp } from '../support/imports/import-bench.ts';
import { type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { promised } from '../support/promised.ts';
import { failWrites } from '../support/table/refused-writes.ts';
import { rowsWhere } from '../support/table/rows.ts';

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

/** What is granted to a number, by purpose. */
const granted = async (phone: string) => {
  const registers = (await ledger.people.find(appId, { phone }, ledger.now()))?.subject.registers ?? {};
  return Object.keys(registers).filter((purpose) => registers[purpose]?.G2 !== undefined);
};
/** What was left to be told of imports, in order, as it fits the catalogue. */
const told = async () => {
  const rows = await rowsWhere(ledger.table, new RegExp(`^${appId}#V#~`));
  const events = rows.map(({ whole }) => eventSchema('import.completed').parse(JSON.parse(String(whole))));
  return events.map(({ data }) => data as { state: string }).toSorted((a, b) => (a.state < b.state ? -1 : 1));
};
const [ana, eva, ida] = ['525512345678', '525512345679', '525512345680'] as const;
const app = () => importingApp(appId);

describe('an import', () => {
  test('is tried, applied and undone: states as before', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`, `+${eva},2026-10-02`));
    expect(await bench.dryRun(importId)).toMatchObject({
      state: 'previewed',
      counts: { new: 2 },
      toRecord: 2,
      file: { rows: 2, encoding: 'utf-8', delimiter: ',' },
      progress: { rows: 2, done: 2 },
    });
    expect(await bench.report(importId)).toEqual(['2,new,yes,', '3,new,yes,']);
    expect(await ledger.people.find(appId, { phone: ana }, noon)).toBeUndefined();

    expect(await bench.apply(importId)).toMatchObject({
      state: 'applied',
      attestation: { operator: 'Ada', documentRef: 'BOX-17' },
      applied: { recorded: 2, counted: 2, overruled: 0, refused: 0 },
    });
    expect(await granted(ana)).toEqual(['offers']);

    expect(await bench.undo(importId)).toMatchObject({ state: 'undone', annulled: 2 });
    expect(await granted(ana)).toEqual([]);
    expect(await granted(eva)).toEqual([]);
    expect((await bench.call('POST', `/imports/${importId}/apply`, { body: answers })).body.code).toBe('import-state');
  });

  test('tells once that it was applied, and once that it was undone, in the write that ends it', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`, `+${eva},2026-10-02`));
    await bench.dryRun(importId);
    expect(await told()).toEqual([]);
    const endAgain = (mode: 'apply' | 'undo', attempt: number) =>
      importStep(bench.deps, { step: 'finish', input: { appId, importId, mode, run: 1, attempt } });
    await bench.apply(importId);
    await endAgain('apply', 2);
    await bench.undo(importId);
    await endAgain('undo', 3);
    expect(await told()).toEqual([
      { importId, state: 'applied', counts: { recorded: 2, counted: 2, overruled: 0, refused: 0 } },
      { importId, state: 'undone', counts: { annulled: 2 } },
    ]);
  });

  test('whose event cannot be written is not applied, and ends when its last step comes again', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    failWrites(ledger.table, (input) => input.includes('import.completed'), 1);
    expect(await bench.apply(importId)).toMatchObject({ state: 'failed' });
    expect(await told()).toEqual([]);
    expect(await bench.apply(importId)).toMatchObject({ state: 'applied' });
    expect(await told()).toHaveLength(1);
  });

  test('keeps file, row and batch as evidence of each statement', async () => {
    const importId = await bench.upload(
      csv('Phone,Date,Paper,Language', `+52 55 1234 5678,2026-10-01,A-7,es`, `+${eva},2026-10-02,,`),
    );
    const columns = { ...byDate.columns, documentRef: 'Paper', locale: 'Language' };
    await bench.dryRun(importId, { ...byDate, columns, notice: { noticeId: 'till', noticeVersion: 2 } });
    const { file } = await bench.apply(importId);
    const known = await ledger.people.find(appId, { phone: ana }, noon);
    const [entry] = await bench.deps.history(appId, [known?.subject.subjectId ?? '']);
    expect(entry?.header).toMatchObject({
      act: { kind: 'statement', action: 'granted', purposes: ['offers'], level: 2, batch: importId },
      saidAt: Date.UTC(2026, 9, 1),
      source: 'paper',
      notice: 'till@2',
    });
    expect(entry?.body?.evidence).toEqual({
      noticeId: 'till',
      noticeVersion: 2,
      noticeLocale: 'es',
      documentRef: 'A-7',
      operator: 'Ada',
      fileHash: file.sha256,
      row: 2,
      batch: importId,
      identifiers: { phone: '+52 55 1234 5678' },
    });
  });

  test('classes every row, and names what cannot be used by its line', async () => {
    // What is known: ana is in, eva said no by herself, ida was told off in 2026-11, ota is suppressed.
    await ledger.sayTo(app(), { phone: ana }, { saidAt: Date.UTC(2026, 9, 5) });
    await ledger.sayTo(
      app(),
      { phone: eva },
      {
        action: 'revoked',
        purposes: 'all',
        provider: true,
        level: 3,
        source: 'whatsapp-message',
        eventId: 'wamid.1',
        saidAt: Date.UTC(2026, 8, 1),
        evidence: {},
      },
    );
    await ledger.sayTo(app(), { phone: ida }, { action: 'revoked', saidAt: Date.UTC(2026, 10, 10) });
    const importId = await bench.upload(
      csv(
        'Phone,Date,Paper',
        '+52 55 9999 0001,2026-10-01,A-1',
        `+${ana},2026-10-01,A-2`,
        `+${ida},2026-10-01,A-3`,
        `+${eva},2026-10-01,A-4`,
        '+52 55 9999 0002,2026-10-01,',
        '5.25599E+11,2026-10-01,A-6',
        '+52 55 9999,2026-10-01,A-7',
        ',2026-10-01,A-8',
        '+52 55 9999 0001,2026-10-01,A-9',
        '+52 1 55 9999 0001,2026-10-01,A-10',
        '+52 55 9999 0003,2027-10-01,A-11',
        '+52 55 9999 0003,01.10.2026,A-12',
        '+52 55 9999 0003,,A-13',
        '+52 55 9999 0003,2026-10-01',
        '',
        '"+52 55 9999 0004",2026-10-01,"A ""16""',
        ' lasts"',
      ),
    );
    const tried = await bench.dryRun(importId, { ...byDate, columns: { ...byDate.columns, documentRef: 'Paper' } });
    expect(await bench.report(importId)).toEqual([
      '2,new,yes,',
      '3,known,no,',
      '4,older-than-opt-out,yes,later-opt-out',
      '5,against-own-no,yes,own-opt-out',
      '6,no-evidence,no,no-evidence',
      '7,unusable-number,no,changed-by-spreadsheet',
      '8,unusable-number,no,too-short',
      '9,unusable-number,no,nobody',
      '10,duplicate,no,',
      '11,same-line,no,',
      '12,future-date,no,future-date',
      '13,unusable-row,no,bad-date',
      '14,unusable-row,no,no-date',
      '15,unusable-row,no,wrong-number-of-cells',
      '18,unusable-row,no,too-long',
    ]);
    expect(tried).toMatchObject({ state: 'previewed', toRecord: 3, file: { rows: 15 } });
    expect(await bench.apply(importId)).toMatchObject({
      applied: { recorded: 3, counted: 1, overruled: 2, refused: 0 },
    });
    expect(await granted('525599990001')).toEqual(['offers']);
  });

  test('is undone for whom it gave to, though they are known as one with somebody else by then, also when it is done twice', async () => {
    const bsuid = 'MX.13491208655302741918';
    await ledger.sayTo(app(), { bsuid }, { saidAt: Date.UTC(2026, 9, 5), purposes: ['orders'] });
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`, `+${eva},2026-10-02`));
    await bench.dryRun(importId);
    await bench.apply(importId);
    // A payload proves that the two are one.
    const proof = {
      action: 'granted',
      purposes: ['news'],
      level: 3,
      source: 'whatsapp-message',
      provider: true,
    } as const;
    await ledger.sayTo(app(), { phone: ana, bsuid }, { ...proof, eventId: 'wamid.pair', saidAt: noon, evidence: {} });
    expect((await granted(ana)).sort()).toEqual(['offers', 'orders']);
    expect(await ledger.people.find(appId, { bsuid }, noon)).toEqual(
      await ledger.people.find(appId, { phone: ana }, noon),
    );
    // The step dies after everybody, before the part is noted.
    await bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'The wrong list.' } });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    const deaf = { ...bench.deps.imports, notePart: () => Promise.reject(new Error('a crash')) };
    await bench.execute(input, undefined, { imports: deaf });
    expect(await bench.read(importId)).toMatchObject({ state: 'failed', mode: 'undo' });
    ledger.setNow(noon + 60_000);
    expect(await bench.undo(importId)).toMatchObject({ state: 'undone', annulled: 2 });
    expect(await granted(ana)).toEqual(['orders']);
    expect(await granted(eva)).toEqual([]);
  });

  test('loses to a STOP that comes between its dry run and its applying', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`, `+${eva},2026-10-01`));
    expect(await bench.dryRun(importId)).toMatchObject({ counts: { new: 2 } });
    const stop = { action: 'revoked', purposes: 'all', level: 3, source: 'whatsapp-message', provider: true } as const;
    await ledger.sayTo(app(), { phone: ana }, { ...stop, eventId: 'wamid.stop', saidAt: noon, evidence: {} });
    expect(await bench.apply(importId)).toMatchObject({ applied: { recorded: 2, counted: 1, overruled: 1 } });
    const subject = async (phone: string) => (await ledger.people.find(appId, { phone }, noon))?.subject;
    expect((await subject(ana))?.registers['*']?.R3?.at).toBe(noon / 1000);
    await bench.undo(importId);
    expect((await subject(ana))?.registers['*']?.R3?.at).toBe(noon / 1000);
    expect(await granted(eva)).toEqual([]);
  });

  test('is applied as somebody looked at it: a dry run since then is named, and nothing is recorded', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    const seen = await bench.dryRun(importId);
    expect(seen).toMatchObject({ state: 'previewed', dryRun: 1, counts: { new: 1 } });
    // A colleague tries the same file as about something else: its counts and its report are the same.
    expect(await bench.dryRun(importId, { ...byDate, purposes: ['orders'] })).toMatchObject({
      dryRun: 2,
      counts: seen.counts,
    });
    const apply = (body: object) => bench.call('POST', `/imports/${importId}/apply`, { body });
    expect(await apply({ ...answers, dryRun: seen.dryRun })).toMatchObject({
      status: 409,
      body: { code: 'another-dry-run', dryRun: 2 },
    });
    const { dryRun: _unsaid, ...unsaid } = answers;
    expect((await apply(unsaid)).body.errors).toMatchObject([{ pointer: '/dryRun', code: 'required' }]);
    expect(bench.started).toEqual([]);
    expect(await bench.read(importId)).toMatchObject({ state: 'previewed' });

    await apply({ ...answers, dryRun: 2 });
    await bench.run();
    const { report } = (await bench.deps.imports.find(appId, importId)) ?? {};
    expect(await bench.read(importId)).toMatchObject({
      state: 'applied',
      attestation: { operator: 'Ada', dryRun: 2, report: report?.sha256 },
    });
    expect(await granted(ana)).toEqual(['orders']);
  });

  test('names each row that the changed world refuses or overrules, and its counts are those of that report', async () => {
    const bsuid = 'MX.13491208655302741918';
    const importId = await bench.upload(
      csv(
        'Phone,Account,Date',
        `+${ana},,2026-10-01`,
        `+${eva},${bsuid},2026-10-01`,
        `+${ida},,2026-10-01`,
        '+1,,2026-10-01',
      ),
    );
    const tried = await bench.dryRun(importId, { ...byDate, columns: { ...byDate.columns, bsuid: 'Account' } });
    expect(tried).toMatchObject({ counts: { new: 3 }, toRecord: 3 });
    expect(tried.links).not.toHaveProperty('applied');
    // Meanwhile one wrote STOP, and the account of another turns out to be of somebody else's number.
    const own = { level: 3, source: 'whatsapp-message', provider: true, saidAt: noon, evidence: {} } as const;
    await ledger.sayTo(app(), { phone: ana }, { ...own, action: 'revoked', purposes: 'all', eventId: 'wamid.stop' });
    await ledger.sayTo(app(), { phone: '525599990001', bsuid }, { ...own, action: 'granted', eventId: 'wamid.pair' });
    // A part that is done again after it was recorded says the same.
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    const deaf = { ...bench.deps.imports, notePart: () => Promise.reject(new Error('a crash')) };
    await bench.execute(input, undefined, { imports: deaf });
    const done = await bench.apply(importId);
    const applied = { recorded: 2, counted: 1, overruled: 1, refused: 1 };
    expect(done).toMatchObject({ state: 'applied', applied });
    expect(await bench.report(importId, 'applied')).toEqual([
      '2,overruled,later-opt-out',
      '3,refused,identity-conflict',
      '4,counted,',
    ]);
    expect(await granted(eva)).toEqual([]);
    expect(await bench.undo(importId)).toMatchObject({ state: 'undone', annulled: 2 });
  });

  test('the same file again changes nothing', async () => {
    const file = csv('Phone,Date', `+${ana},2026-10-01`, `+${eva},2026-10-02`);
    const first = await bench.upload(file);
    await bench.dryRun(first);
    await bench.apply(first);
    const second = await bench.upload(file);
    expect(await bench.dryRun(second)).toMatchObject({ counts: { known: 2 }, toRecord: 0 });
    expect(await bench.apply(second)).toMatchObject({ state: 'applied', applied: { recorded: 0 } });
  });

  test('a later duplicate costs no no: the noes of all rows are recorded', async () => {
    const importId = await bench.upload(
      csv(
        'Phone,Date,In',
        `+${ana},2026-10-01,yes`,
        `+${ana},2026-10-03,no`,
        `+${ana},2026-10-02,no`,
        `+${ana},2026-10-04,no`,
      ),
    );
    const columns = { ...byDate.columns, status: { column: 'In', optedIn: ['Yes'], optedOut: ['No'] } };
    await bench.dryRun(importId, { ...byDate, columns });
    expect(await bench.report(importId)).toEqual(['2,new,yes,', '3,new,yes,', '4,duplicate,yes,', '5,duplicate,yes,']);
    await bench.apply(importId);
    const registers = (await ledger.people.find(appId, { phone: ana }, noon))?.subject.registers;
    expect(registers?.offers?.R2?.at).toBe(Date.UTC(2026, 9, 4, 23, 59, 59) / 1000);

    // An undo gives nobody back what a no ended, and takes no no away.
    expect(await bench.undo(importId)).toMatchObject({ annulled: 1 });
    const after = (await ledger.people.find(appId, { phone: ana }, noon))?.subject.registers;
    expect(after?.offers?.R2).toEqual(registers?.offers?.R2);
    expect(after?.offers?.G2).toBeUndefined();
  });

  test('a yes whose first row cannot be used is no repeat: the next row that says it counts', async () => {
    // Whose account it is was proven: not that of the number beside it.
    const bsuid = 'MX.13491208655302741918';
    const own = { level: 3, source: 'whatsapp-message', provider: true, saidAt: noon, evidence: {} } as const;
    await ledger.sayTo(app(), { phone: eva, bsuid }, { ...own, action: 'granted', eventId: 'wamid.pair' });
    const importId = await bench.upload(
      csv(
        'Phone,Account,Date,Language',
        `+${ana},${bsuid},2026-10-02,`,
        `+52 1 ${ana.slice(2)},,2026-10-02,`,
        `+${ana},,2026-10-02,`,
        `+${ida},,2026-10-02,xx`,
        `+${ida},,2026-10-01,es`,
      ),
    );
    const columns = { ...byDate.columns, bsuid: 'Account', locale: 'Language' };
    await bench.dryRun(importId, { ...byDate, columns, notice: { noticeId: 'till', noticeVersion: 2 } });
    expect(await bench.report(importId)).toEqual([
      '2,unusable-row,no,identity-conflict',
      '3,new,yes,',
      '4,duplicate,no,',
      '5,new,yes,',
      '6,duplicate,no,',
    ]);
    await bench.apply(importId);
    expect(await granted(ana)).toEqual(['offers']);
  });

  test('a yes whose first row cannot be used is recorded also where that row is of an earlier part, and once', async () => {
    const bsuid = 'MX.13491208655302741918';
    const own = { level: 3, source: 'whatsapp-message', provider: true, saidAt: noon, evidence: {} } as const;
    await ledger.sayTo(app(), { phone: eva, bsuid }, { ...own, action: 'granted', eventId: 'wamid.pair' });
    const others = Array.from({ length: 19 }, (_, index) => `+52559${String(1_000_000 + index)},,2026-10-01`);
    const importId = await bench.upload(
      csv(
        'Phone,Account,Date',
        ...[`+${ana},${bsuid},2026-10-02`, ...others, `+${ana},,2026-10-02`, `+${ana},,2026-10-02`],
      ),
    );
    await bench.dryRun(importId, { ...byDate, columns: { ...byDate.columns, bsuid: 'Account' } });
    const report = await bench.report(importId);
    expect([report[0], ...report.slice(20)]).toEqual([
      '2,unusable-row,no,identity-conflict',
      '22,duplicate,yes,',
      '23,duplicate,no,',
    ]);
    await bench.apply(importId);
    expect(await granted(ana)).toEqual(['offers']);
  });

  test('whoever stands in two parts of a file whose rows share their fate is recorded once', async () => {
    const others = Array.from({ length: 19 }, (_, index) => `+52559${String(1_000_000 + index)},2026-10-01`);
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-02`, ...others, `+${ana},2026-10-02`));
    expect(await bench.dryRun(importId)).toMatchObject({ toRecord: 20 });
    expect((await bench.report(importId)).at(-1)).toBe('22,duplicate,no,');
  });

  test('a later yes of the same person in the file is recorded, an earlier one is not', async () => {
    const importId = await bench.upload(
      csv('Phone,Date', `+${ana},2026-10-02`, `+${ana},2026-10-01`, `+${ana},2026-10-03`),
    );
    await bench.dryRun(importId);
    expect(await bench.report(importId)).toEqual(['2,new,yes,', '3,duplicate,no,', '4,duplicate,yes,']);
  });
});

describe('what stops in the middle', () => {
  const many = (count: number) =>
    csv('Phone,Date', ...Array.from({ length: count }, (_, index) => `+52559${String(1_000_000 + index)},2026-10-01`));

  test('continues where it stopped, and records nobody twice', async () => {
    const importId = await bench.upload(many(23));
    expect(await bench.dryRun(importId)).toMatchObject({ counts: { new: 23 }, file: { rows: 23 } });
    // The process dies within the second part, after some of it was recorded.
    const isFirst = { value: true };
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    await bench.run(({ part }) => {
      if (part === 2 && isFirst.value) throw new Error('a crash');
    });
    const stopped = await bench.read(importId);
    expect(stopped).toMatchObject({ state: 'failed', mode: 'apply', progress: { rows: 23, done: 20 } });
    expect((await bench.call('POST', `/imports/${importId}/dry-run`, { body: byDate })).status).toBe(409);
    const other = { ...answers, operator: 'Bob' };
    expect((await bench.call('POST', `/imports/${importId}/apply`, { body: other })).status).toBe(409);
    isFirst.value = false;
    const done = await bench.apply(importId);
    expect(done).toMatchObject({
      state: 'applied',
      progress: { rows: 23, done: 23 },
      applied: { recorded: 23 },
    });
  });

  test('is started once: a repeat while it is on its way is told so, and goes on where it ended without a word', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    const apply = () => bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const first = await apply();
    const again = await apply();
    expect(again).toMatchObject({ status: 202, body: first.body });
    expect(bench.started).toHaveLength(1);
    // It takes longer than executions may, or somebody stops it: nothing says so to the import.
    bench.abort();
    expect(await bench.read(importId)).toMatchObject({ state: 'applying' });
    expect((await apply()).status).toBe(202);
    expect(bench.started).toMatchObject([{ mode: 'apply', attempt: 3 }]);
    await bench.run();
    expect(await bench.read(importId)).toMatchObject({ state: 'applied', applied: { recorded: 1 } });

    const undo = () => bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } });
    await undo();
    await undo();
    expect(bench.started).toHaveLength(1);
    bench.abort();
    await undo();
    await bench.run();
    expect(await bench.read(importId)).toMatchObject({ state: 'undone', annulled: 1 });
  });

  test('of which an execution ended without a word is undone as it is', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    bench.abort();
    expect(await bench.undo(importId)).toMatchObject({ state: 'undone', annulled: 0 });
    expect(await ledger.people.find(appId, { phone: ana }, noon)).toBeUndefined();
  });

  test('is undone as it is: what was recorded never counted, and the rest is never recorded, by a late step neither', async () => {
    // Three parts: the first is done, the second dies after seven rows, the third is never begun.
    const importId = await bench.upload(many(43));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const undo = () => bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } });
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'import-state' } });
    const late: StatementCommand[] = [];
    let recorded = 0;
    const dying: typeof bench.deps.ledger = {
      ...bench.deps.ledger,
      recordStatement: (of, command) => {
        recorded += 1;
        if (recorded <= 27) return bench.deps.ledger.recordStatement(of, command);
        late.push(command);
        return Promise.reject(new Error('a crash'));
      },
    };
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    await bench.execute(input, undefined, { ledger: dying });
    expect(await bench.read(importId)).toMatchObject({ state: 'failed', mode: 'apply', progress: { done: 20 } });
    const phones = Array.from({ length: 43 }, (_, index) => `52559${1_000_000 + index}`);
    const grantedNow = async () => (await Promise.all(phones.map(granted))).filter(({ length }) => length > 0).length;
    expect(await grantedNow()).toBe(27);

    expect((await undo()).status).toBe(202);
    await bench.run();
    expect(await bench.read(importId)).toMatchObject({ state: 'undone', annulled: 27 });
    expect(await grantedNow()).toBe(0);
    expect(await ledger.people.find(appId, { phone: phones[42] }, noon)).toBeUndefined();
    expect((await bench.call('POST', `/imports/${importId}/apply`, { body: answers })).status).toBe(409);
    // A function that was still on its way records what it had in hand, and another begins a part.
    for (const command of late) await bench.deps.ledger.recordStatement(app(), command);
    for (const part of [2, 3]) {
      await importStep(bench.deps, { step: 'part', appId, importId, mode: 'apply', run: input.run, part });
    }
    expect(late.length).toBeGreaterThan(0);
    expect(await grantedNow()).toBe(0);
    expect(await ledger.people.find(appId, { phone: phones[42] }, noon)).toBeUndefined();
  });

  test('a late step of its applying that begins after the undo was planned leaves nothing to be undone', async () => {
    const importId = await bench.upload(many(43));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    await bench.run(({ part }) => {
      if (part === 2) throw new Error('a crash');
    });
    await bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    const plan = (await importStep(bench.deps, { step: 'plan', input })) as ImportPlanAnswer;
    await importStep(bench.deps, { step: 'part', appId, importId, mode: 'apply', run: input.run, part: 3 });
    for (const part of plan.go ? plan.parts : []) await importStep(bench.deps, part);
    await importStep(bench.deps, { step: 'finish', input });
    expect(await bench.read(importId)).toMatchObject({ state: 'undone', annulled: 20 });
    expect(await ledger.people.find(appId, { phone: '525591000042' }, noon)).toBeUndefined();
  });

  test('parts that were applied before rows were named keep their counts, and there is no report of a half', async () => {
    const importId = await bench.upload(many(23));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    await bench.run(({ part }) => {
      if (part === 2) throw new Error('a crash');
    });
    const place = { appId, importId, run: 1, part: 1 };
    const rows = await bench.deps.importFiles.readApplied(place);
    const before = rows.map(({ row, userId, purposes }) => ({ row, userId, purposes }) as AppliedRow);
    await bench.deps.importFiles.writeApplied(place, before);
    const done = await bench.apply(importId);
    expect(done).toMatchObject({ state: 'applied', applied: { recorded: 23, counted: 23 } });
    expect(done.links).not.toHaveProperty('applied');
    expect(await told()).toMatchObject([{ state: 'applied', counts: { recorded: 23, counted: 23 } }]);
    expect(await bench.undo(importId)).toMatchObject({ state: 'undone', annulled: 23 });
  });

  test('is undone also where it was begun before parts were marked', async () => {
    const importId = await bench.upload(many(23));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    await bench.run(({ part }) => {
      if (part === 2) throw new Error('a crash');
    });
    await bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } });
    const { imports } = bench.deps;
    const find: typeof imports.find = async (...named) => {
      const known = await imports.find(...named);
      const { dryRun: _dryRun, ...attestation } = known?.attestation ?? {};
      return known && { ...known, attestation: attestation as NonNullable<typeof known.attestation> };
    };
    const before = { imports: { ...imports, find, partsBegun: async () => new Set<number>() } };
    for (const input of bench.started.splice(0)) await bench.execute(input, undefined, before);
    expect(await bench.read(importId)).toMatchObject({ state: 'undone', annulled: 20 });
    expect(await granted('525591000000')).toEqual([]);
  });

  test('whoever has the number by then is not who is undone', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    const deaf = { ...bench.deps.importFiles, writeApplied: () => Promise.reject(new Error('a crash')) };
    await bench.execute(input, undefined, { importFiles: deaf });
    const first = await ledger.people.find(appId, { phone: ana }, noon);
    // Its owner of then changes to another number, and somebody else gets this one.
    await ledger.ledger.changeIdentifiers(app(), {
      person: { phone: ana },
      becomes: { phone: eva },
      at: noon,
      eventId: 'wamid.moved',
      evidence: {},
    });
    ledger.setNow(noon + 60_000);
    expect(await granted(eva)).toEqual(['offers']);
    expect(await bench.undo(importId)).toMatchObject({ state: 'undone', annulled: 1 });
    expect(await granted(eva)).toEqual([]);
    const moved = await ledger.people.find(appId, { phone: eva }, ledger.now());
    expect(moved?.subject.userId).toBe(first?.subject.userId);
    expect(await ledger.people.find(appId, { phone: ana }, ledger.now())).toBeUndefined();
  });

  test('a row that a late step records after the undo never counts, also not for whoever had the number when it was said', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`, `+${ida},2026-10-01`));
    await ledger.sayTo(app(), { phone: ana }, { purposes: ['orders'], saidAt: Date.parse('2026-09-01T00:00:00Z') });
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const late: StatementCommand[] = [];
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    const recordStatement = (_app: unknown, command: StatementCommand) => {
      late.push(command);
      return Promise.reject(new Error('a crash'));
    };
    await bench.execute(input, undefined, { ledger: { ...bench.deps.ledger, recordStatement } });
    await ledger.ledger.changeIdentifiers(app(), {
      person: { phone: ana },
      becomes: { phone: eva },
      at: noon,
      eventId: 'wamid.moved',
      evidence: {},
    });
    ledger.setNow(noon + 60_000);
    expect(await bench.undo(importId)).toMatchObject({ state: 'undone', annulled: 0 });
    for (const command of late) await ledger.ledger.recordStatement(app(), command);
    expect(late).toHaveLength(2);
    expect(await granted(eva)).toEqual(['orders']);
    expect(await granted(ida)).toEqual([]);
    expect(await granted(ana)).toEqual([]);
  });

  test('what a step records while the undo passes its row never counts', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const late: StatementCommand[] = [];
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    const dying = (_app: unknown, command: StatementCommand) => {
      late.push(command);
      return Promise.reject(new Error('a crash'));
    };
    await bench.execute(input, undefined, { ledger: { ...bench.deps.ledger, recordStatement: dying } });
    await bench.call('POST', `/imports/${importId}/undo`, { body: { operator: 'Ada', reason: 'No.' } });
    const whoSaid: typeof ledger.ledger.whoSaid = async (...asked) => {
      const said = await ledger.ledger.whoSaid(...asked);
      for (const command of late.splice(0)) await ledger.ledger.recordStatement(app(), command);
      return said;
    };
    const [undo] = bench.started.splice(0);
    if (undo === undefined) throw new Error('nothing was started');
    await bench.execute(undo, undefined, { ledger: { ...bench.deps.ledger, whoSaid } });
    expect(await bench.read(importId)).toMatchObject({ state: 'undone' });
    expect(late).toEqual([]);
    expect(await granted(ana)).toEqual([]);
  });

  test('a part that was recorded and not noted is done again, with the first answers', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`, `+${eva},2026-10-02`));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    const place = { appId, importId, run: input.run, part: 1 };
    const known = await bench.deps.imports.find(appId, importId);
    const stored = await bench.deps.apps.findFresh(appId);
    if (known === undefined || stored === undefined) throw new Error('nothing is there');
    await applyPart(bench.deps, stored, known, 1);
    await bench.execute(input);
    const done = await bench.read(importId);
    expect(done).toMatchObject({ state: 'applied', applied: { recorded: 2, counted: 2 }, progress: { done: 2 } });
    expect(await bench.deps.importFiles.readApplied(place)).toHaveLength(2);
    const subject = (await ledger.people.find(appId, { phone: ana }, noon))?.subject;
    expect(await bench.deps.history(appId, [subject?.subjectId ?? ''])).toHaveLength(1);
    // And a part that comes again after it was noted counts once.
    await importStep(bench.deps, { step: 'part', appId, importId, mode: 'apply', run: input.run, part: 1 });
    const { links: _signedAnew, ...counted } = done;
    expect(await bench.read(importId)).toMatchObject(counted);
  });

  test('no part is lost: an end without one of them is no end', async () => {
    const importId = await bench.upload(many(21));
    await bench.dryRun(importId);
    await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    await importStep(bench.deps, { step: 'part', appId, importId, mode: 'apply', run: input.run, part: 2 });
    await expect(importStep(bench.deps, { step: 'finish', input })).rejects.toThrow('1 parts');
    expect(await bench.read(importId)).toMatchObject({ state: 'applying' });
  });

  test('an execution that a later call took over does nothing', async () => {
    const importId = await bench.upload(csv('Phone,Date', `+${ana},2026-10-01`));
    await bench.call('POST', `/imports/${importId}/dry-run`, { body: byDate });
    await bench.call('POST', `/imports/${importId}/dry-run`, { body: { ...byDate, purposes: ['orders'] } });
    const [first, second] = bench.started.splice(0);
    if (first === undefined || second === undefined) throw new Error('two were started');
    await bench.execute(first);
    expect(await bench.read(importId)).toMatchObject({ state: 'reading' });
    await bench.execute(second);
    expect(await bench.read(importId)).toMatchObject({ state: 'previewed', mapping: { purposes: ['orders'] } });
  });
});

describe('what it costs', () => {
  /** What a part of so many new people takes. */
  async function costOf(mode: 'preview' | 'apply', rows: number, from: number) {
    const lines = Array.from({ length: rows }, (_, index) => `+52558${String(from + index)},2026-10-01`);
    const importId = await bench.upload(csv('Phone,Date', ...lines));
    if (mode === 'apply') {
      await bench.dryRun(importId);
      await bench.call('POST', `/imports/${importId}/apply`, { body: answers });
    } else await bench.call('POST', `/imports/${importId}/dry-run`, { body: byDate });
    const [input] = bench.started.splice(0);
    if (input === undefined) throw new Error('nothing was started');
    await importStep(bench.deps, { step: 'plan', input });
    const part = { step: 'part' as const, appId, importId, mode, run: input.run, part: 1 };
    return ledger.measure(() => importStep(bench.deps, part));
  }

  test('a row that is applied costs a single opt-in, and a part besides one note', async () => {
    const one = await costOf('apply', 1, 1_000_000);
    const three = await costOf('apply', 3, 2_000_000);
    const row = { requests: 2, rru: 1, wru: 7 };
    expect(three.requests - one.requests).toBe(2 * row.requests);
    expect(three.rru - one.rru).toBe(2 * row.rru);
    expect(three.wru - one.wru).toBe(2 * row.wru);
    expect(promised('docs/table.md', '| row of an import, recorded: somebody new | {n} | {n} | {n} |')).toEqual(
      Object.values(row),
    );
    // The mark that it is begun while it is applied, the import, the settings, and the note with its counts.
    expect(promised('docs/import.md', 'A part of 5,000 rows adds {n} requests and {n} WRU.')).toEqual([4, 8]);
    expect({ requests: one.requests - row.requests, wru: one.wru - row.wru }).toEqual({ requests: 4, wru: 8 });
  });

  test('a dry run finds a hundred people in one request, and writes nothing of anybody', async () => {
    const one = await costOf('preview', 1, 3_000_000);
    const twenty = await costOf('preview', 20, 4_000_000);
    expect([twenty.requests, twenty.wru]).toEqual([one.requests, one.wru]);
    expect(promised('docs/table.md', '| a hundred rows of an import, tried | {n} | {n} | {n} |')).toEqual([
      1,
      (100 * (twenty.rru - one.rru)) / 19,
      0,
    ]);
  });
});
