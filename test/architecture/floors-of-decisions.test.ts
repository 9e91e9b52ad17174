import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The rooms in which it is decided what acts change, from the ground up: each imports what stands before it, and nothing above. */
const floors = ['window', 'brand', 'countries', 'consent', 'app', 'identity', 'templates', 'ledger', 'eligibility'];

/** `consent` says in sentences by which words somebody stopped, and words have their names in `keywords`. */
const known = ['consent/stop-sentence.ts imports keywords/describe-rule.ts'];

test.each(floors)('domain/%s imports nothing above it', (room) => {
  const folder = join('lambdas', 'domain', room);
  const below = floors.slice(0, floors.indexOf(room));
  const upwards = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const imported = [...text.matchAll(/from '\.\.\/([a-z-]+)\/([^']+)'/g)];
    return imported
      .filter(([, other = '']) => !below.includes(other))
      .map(([, other, name]) => `${room}/${file} imports ${other}/${name}`);
  });
  expect(upwards.filter((each) => !known.includes(each))).toEqual([]);
});

test('what acts change is decided where nothing is read or written', () => {
  const decisions = readdirSync(join('lambdas', 'domain', 'ledger')).filter((file) => file.startsWith('decide-'));
  expect(decisions).not.toEqual([]);
  for (const file of decisions) {
    const text = readFileSync(join('lambdas', 'domain', 'ledger', file), 'utf8');
    expect([file, /\b(?:async|await|Promise)\b/.test(text)]).toEqual([file, false]);
  }
});
