import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/*
 * A read that may be stale can overlook the no of a moment ago, and no emulator is ever stale. So every read of the table says that
 * it is strong, but for these, which docs/table.md names.
 */
const folder = 'lambdas/adapters/dynamodb';
const stale: readonly (readonly [file: string, marked: RegExp, why: string])[] = [
  ['directory/listed-people.ts', /IndexName/, 'an index has no strong reads, and a list is to look at'],
  [
    'places/place-reader.ts',
    /^batchGet.*consistent: false/,
    'a glance, for lists of people; a test below says who may',
  ],
  ['messages/kept-aside.ts', /IndexName/, 'an index has no strong reads; what it finds is read strongly'],
  ['gate/gate-decision-store.ts', /IndexName/, 'an index has no strong reads; what it finds is read strongly'],
  ['directory/homes-of-app.ts', /IndexName/, 'an index has no strong reads; whoever it finds is read strongly'],
  ['callbacks/delivery-reader.ts', /IndexName/, 'an index has no strong reads; what it finds is read strongly'],
  ['callbacks/endpoint-keeper.ts', /^queryPages.*consistent: false/, 'the look of the next minute finds what is new'],
  ['collection/point-store.ts', /^queryPage.*\bconsistent }/, 'a page asks for half, a change for the whole'],
  ['table/query.ts', /^new QueryCommand/, 'strong unless the stretch says otherwise'],
  ['rows/eligible-rows.ts', /^queryPages.*consistent: false/, 'the close reads withdrawals strongly'],
  ['rows/eligible-rows.ts', /IndexName/, 'an index has no strong reads; the windows decide nothing'],
  ['rows/eligible-rows.ts', /^batchGet.*consistent: false/, 'the windows are shown beside the row and decide nothing'],
  ['collection/point-store.ts', /consistent: false/, 'counts are late anyway'],
  [
    'table/query.ts',
    /^new GetCommand[^,]*, Key: \{ \.\.\.key \} \}\)$/,
    'a glimpse at a key that is most likely not there',
  ],
  ['table/batch-get.ts', /^new BatchGetItemCommand/, 'every caller says which it wants'],
  ['table/batch-get.ts', /^batchGet\(\s*table: DocumentTable/, 'the function itself'],
];

/** The text of each read in a file, from its name to the bracket that closes it. */
function readsIn(text: string): string[] {
  return [
    ...text.matchAll(
      /new (?:Get|BatchGet|BatchGetItem|Query|Scan|TransactGet)Command\(|paginate(?:Query|Scan)\(|\bbatchGet\(|\bquery(?:Page|Pages|All)\(/g,
    ),
  ].map(({ index, 0: start }) => {
    let open = 0;
    for (let at = index + start.length - 1; at < text.length; at += 1) {
      if (text[at] === '(') open += 1;
      if (text[at] === ')') open -= 1;
      if (open === 0) return text.slice(index, at + 1);
    }
    return text.slice(index);
  });
}

/** Every file of ours below a folder. */
const sources = (from: string): string[] =>
  readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${from}/${name}`)
    .sort();

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const reads = files.flatMap((file) =>
  readsIn(readFileSync(`${folder}/${file}`, 'utf8')).map((read) => ({ file, read })),
);

test('every read of the table is strong, but for those that are named here', () => {
  expect(reads.length).toBeGreaterThan(20);
  const others = reads.filter(
    ({ file, read }) =>
      !/ConsistentRead: true|consistent: true/.test(read) &&
      !(/^query/.test(read) && !/consistent/.test(read)) &&
      !stale.some(([name, marked]) => name === file && marked.test(read)),
  );
  expect(others).toEqual([]);
});

test('each exception is still there', () => {
  for (const [name, marked, why] of stale)
    expect(
      reads.filter(({ file, read }) => file === name && marked.test(read)),
      why,
    ).toHaveLength(1);
});

test('nothing but lists of people looks at places at a glance', () => {
  const glancing = files.filter((file) => /\bglancingReader\(table\)/.test(readFileSync(`${folder}/${file}`, 'utf8')));
  expect(glancing).toEqual(['directory/listed-people.ts']);
  const lists = sources('lambdas').filter((file) => /\blistedPeople\(/.test(readFileSync(file, 'utf8')));
  expect(lists).toEqual([`${folder}/directory/listed-people.ts`, `${folder}/directory/user-directory.ts`]);
});

test('a read that may be stale says so where it is made', () => {
  for (const file of files.filter((name) => !['table/query.ts', 'table/batch-get.ts'].includes(name))) {
    const asked = readFileSync(`${folder}/${file}`, 'utf8').match(/\bconsistent: false|\bconsistent }/g) ?? [];
    const seen = reads.filter((each) => each.file === file && /\bconsistent: false|\bconsistent }/.test(each.read));
    expect([file, asked.length]).toEqual([file, seen.length]);
  }
});
