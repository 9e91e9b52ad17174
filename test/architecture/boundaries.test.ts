import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, importsOf } from '../support/imports.ts';

/** Who may import whom (CONTRIBUTING.md). Read as text, so that type-only imports count too. */
const rules: readonly { readonly folder: string; readonly may: readonly RegExp[] }[] = [
  { folder: 'lambdas/domain', may: [/^lambdas\/domain\//] },
  // Words stand on nothing, and what is heard on words alone: whatever else speaks or listens stands on both.
  { folder: 'lambdas/domain/languages', may: [/^lambdas\/domain\/languages\//] },
  ...languageFolders().map((folder) => ({
    folder,
    may: [/^lambdas\/domain\/languages\/topics\//, new RegExp(`^${folder}/`)],
  })),
  { folder: 'lambdas/domain/keywords', may: [/^lambdas\/domain\/(languages|keywords)\//] },
  // zod only for the catalogue of events, which functions that do not show it do not carry.
  { folder: 'lambdas/contract', may: [/^lambdas\/contract\//, /^zod$/] },
  { folder: 'lambdas/use-cases', may: [/^lambdas\/(domain|use-cases)\//] },
  {
    folder: 'lambdas/adapters',
    may: [
      /^lambdas\/(domain|contract|adapters)\//,
      /^lambdas\/use-cases\/[a-z-]+\/[a-z-]*ports\.ts$/,
      /^@aws-sdk\//,
      /^node:/,
      /^aws-lambda$/,
      /^qrcode\//,
      /^jose$/,
    ],
  },
  {
    folder: 'lambdas/edge',
    may: [
      /^lambdas\/(domain|contract|edge|use-cases)\//,
      /^browser\//,
      /^@middy\//,
      /^@aws-lambda-powertools\//,
      /^zod$/,
      /^libphonenumber-js\//,
      /^aws-lambda$/,
      /^node:/,
    ],
  },
  // Types only: what a browser runs is served as text, function by function (decision 0020).
  { folder: 'browser', may: [/^browser\/[a-z-]+\.ts$/] },
  {
    folder: 'lambdas/handlers',
    may: [
      /^lambdas\/(?!handlers\/)/,
      /^lambdas\/handlers\/deps\//,
      /^docs\/openapi\.json$/,
      /^@aws-sdk\//,
      /^node:/,
      /^aws-lambda$/,
    ],
  },
  {
    folder: 'lib',
    may: [/^lib\//, /^lambdas\/contract\//, /^aws-cdk-lib/, /^constructs$/, /^cdk-nag$/, /^esbuild$/, /^node:/],
  },
  // Published: nothing of ours but its own files.
  { folder: 'client/src', may: [/^client\/src\//, /^openapi-fetch$/] },
  // What a browser runs: nothing of the product but the client of its API.
  {
    folder: 'console',
    may: [
      /^console\//,
      /^client\/src\/index\.ts$/,
      /^preact(\/|$)/,
      /^wouter(\/|$)/,
      /^@tanstack\/react-/,
      /^libphonenumber-js\//,
      /^read-excel-file\/universal$/,
      /^fflate$/,
    ],
  },
  { folder: 'tools', may: [/^tools\//, /^lambdas\/(edge\/openapi|contract\/events)\//, /^node:/] },
  { folder: 'bin', may: [/^lib\//, /^aws-cdk-lib/, /^cdk-nag$/] },
  {
    folder: 'cli',
    may: [
      /^cli\//,
      /^dev\//,
      /^lambdas\/(contract|adapters|use-cases|domain\/(import|languages|notice))\//,
      /^(?!lambdas\/|lib\/|test\/|bin\/|dev\/)/,
    ],
  },
  // The two functions that reach receivers on this machine, in local mode alone (docs/callbacks.md).
  { folder: 'dev/callbacks', may: [/^dev\/callbacks\//, /^lambdas\//, /^node:/] },
  {
    folder: 'dev',
    may: [
      /^dev\//,
      /^lambdas\/(contract|adapters|use-cases)\//,
      /^lambdas\/domain\/errors\.ts$/,
      /^lambdas\/domain\/notice\//,
      /^lib\/bundling\/(bundling|build-console)\.ts$/,
      /^(?!lambdas\/|lib\/|test\/|bin\/)/,
    ],
  },
];

/** The words of one language are a folder named by its code. */
function languageFolders(): string[] {
  const entries = readdirSync('lambdas/domain/languages', { withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'topics' ? [join(entry.parentPath, entry.name)] : [],
  );
}

describe('who may import whom', () => {
  test.each(rules.map((rule) => [rule.folder, rule] as const))('%s', (folder, { may }) => {
    const own = filesIn(folder).filter((file) => folder !== 'dev' || !file.startsWith('dev/callbacks/'));
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !may.some((allowed) => allowed.test(imported)))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('what people and files write is read in one place, numbering plans and all', () => {
  const readers = filesIn('lambdas/edge').filter((file) => /\bparsePhone\b/.test(readFileSync(file, 'utf8')));
  const plans = filesIn('lambdas').filter((file) => importsOf(file).includes('libphonenumber-js/min/metadata'));
  expect([readers, plans]).toEqual([[], ['lambdas/edge/numbers/numbering-plan.ts']]);
});

describe('the domain is pure', () => {
  test.each([
    ['the clock', /new Date\(\)|Date\.now|performance\.now|Temporal\.Now/],
    ['randomness', /Math\.random|randomUUID|randomBytes|getRandomValues/],
    ['the environment', /\bprocess\.|import\.meta/],
    ['the network', /\bfetch\(/],
    ['the console', /\bconsole\./],
    ['timers', /\bset(?:Timeout|Interval|Immediate)\(|queueMicrotask/],
  ])('it uses no %s', (_, forbidden) => {
    expect(filesIn('lambdas/domain').filter((file) => forbidden.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('habits', () => {
  test('a handler is at most 40 lines after its imports', () => {
    const long = filesIn('lambdas/handlers').filter((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.filter((line) => line !== '' && !/^import |^} from |^ {2}[\w, ]+,$/.test(line)).length > 40;
    });
    expect(long).toEqual([]);
  });

  test('zod is imported as a whole, or its locales come along (257 kB)', () => {
    const wrong = filesIn('lambdas').filter((file) =>
      /import \{[^}]*\} from 'zod'|import z /.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  test('no folder is named by kind', () => {
    const folders = ['lambdas', 'lib', 'dev', 'cli'].flatMap((root) =>
      readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      ),
    );
    expect(folders.filter((name) => ['utils', 'helpers', 'types', 'common', 'shared', 'misc'].includes(name))).toEqual(
      [],
    );
  });
});
