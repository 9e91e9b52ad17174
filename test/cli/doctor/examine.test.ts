import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areas, examine } from '../../../cli/doctor/examine.ts';
import { type Area, type Finding, NotChecked } from '../../../cli/doctor/finding.ts';
import { printedReport } from '../../../cli/doctor/print-report.ts';
import type { Stage } from '../../../cli/doctor/stage.ts';

const stage = { region: 'eu-west-1', stack: { name: 'OptLedger-prod' } } as Stage;
const finding: Finding = { severity: 'broken', what: 'It is broken.', hurt: 'Everybody.', todo: 'Mend it.' };
const finds = (name: string, ...found: readonly Finding[]): Area => ({ name, examine: async () => found });
const throws = (name: string, error: unknown): Area => ({ name, examine: () => Promise.reject(error) });
const ofAws = (name: string, message: string, status = 400) =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });

describe('the report', () => {
  test('says what was found, what is right, and what could not be read', async () => {
    const report = await examine(
      stage,
      ['left'],
      [
        finds('good'),
        finds('bad', finding),
        throws('denied', ofAws('AccessDeniedException', 'You may not call sqs:GetQueueAttributes.\nmore', 403)),
        throws('nothing to ask', new NotChecked('no app has an SMS number')),
        finds('left', finding),
      ],
    );
    expect(report).toEqual({
      stack: 'OptLedger-prod',
      region: 'eu-west-1',
      findings: [{ ...finding, area: 'bad' }],
      unread: [
        { area: 'denied', why: 'AccessDeniedException (403): You may not call sqs:GetQueueAttributes.' },
        { area: 'nothing to ask', why: 'no app has an SMS number' },
        { area: 'left', why: 'left out by --skip' },
      ],
      right: ['good'],
    });
  });

  test.each([
    'ResourceNotFoundException',
    'NotFoundException',
    'QueueDoesNotExist',
    'AWS.SimpleQueueService.NonExistentQueue',
    'TableNotFoundException',
  ])('something that was deployed and is gone is broken (%s)', async (name) => {
    const { findings, unread } = await examine(stage, [], [throws('queue', ofAws(name, 'It does not exist.'))]);
    expect([findings.map(({ severity }) => severity), unread]).toEqual([['broken'], []]);
  });

  test('an error that is not of AWS is told by its class only: it may quote what was read', async () => {
    const { unread } = await examine(stage, [], [throws('secrets', new SyntaxError('Unexpected token in "hunter2"'))]);
    expect(unread).toEqual([{ area: 'secrets', why: 'SyntaxError' }]);
  });

  test('is printed with the worst first, and counts everything once', async () => {
    const findings = [finds('c', { ...finding, severity: 'note', what: 'So it is.' }), finds('a', finding), finds('b')];
    const printed = printedReport(
      await examine(stage, [], [...findings, throws('d', new NotChecked('nothing to ask'))]),
    );
    expect(printed).toMatch(/^OptLedger-prod in eu-west-1\n\nBROKEN[\s\S]*NOTE[\s\S]*COULD NOT BE READ[\s\S]*RIGHT/);
    expect(printed).toContain('  It is broken. (a)\n    Hurt: Everybody.\n    Do:   Mend it.');
    expect(printed).toMatch(/1 broken, 0 that should be mended, 1 to note; 1 of 4 areas could not be read\.$/);
  });
});

describe('docs/doctor.md', () => {
  const page = readFileSync(new URL('../../../docs/doctor.md', import.meta.url), 'utf8');

  test('has every area', () => {
    const named = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].flatMap(([, names = '']) => names.split(', '));
    expect(areas.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
  });

  test('gives no right but to read', () => {
    const [, policy = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];
    const { Statement } = JSON.parse(policy) as { Statement: readonly { Action: string | readonly string[] }[] };
    const actions = Statement.flatMap(({ Action }) => [Action].flat());
    expect(actions.length).toBeGreaterThan(15);
    expect(actions.filter((each) => !/^[a-z-]+:(Describe\w+|Get\w+|List\w+|Query|GET)$/.test(each))).toEqual([]);
  });
});

test('every area has a name of its own', () => {
  expect(new Set(areas.map(({ name }) => name)).size).toBe(areas.length);
});
