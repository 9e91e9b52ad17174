import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { FunctionName } from '../../lambdas/contract/routes.ts';
import { bundling } from '../../lib/bundling/bundling.ts';
import { functionNames } from './function-names.ts';

/**
 * What a function may weigh. The words that are heard in 28 languages are about 170 KB, the numbering plans 82 KB: pages need both
 * and the texts of ten languages, points and consent both (they choose words for the chat that nobody hears as a stop), notices
 * only the words. The countries of numbers are 5 KB: pages, admin and whatever asks `eligibility()` have them.
 * Routes and their audit words are 20 KB in whatever answers HTTP. Whatever records an act has annulments, administrative brakes and
 * the rows of its events with it, 12 KB (none of it the catalogue: `catalogue.test.ts`). What makes a function ready in INIT is 1 KB in
 * each, the looks by which hearing takes no text apart in vain another in whatever hears (decision 0075), and what reads the first words
 * of phrases 2 KB, for which a cold function compiles none of them. What signs requests to the table with key objects, and makes attribute
 * values of items without the document client, is 1 KB each in all of them. What answers for a secret that does not come in time is half a
 * KB wherever one is read.
 */
const limits: { readonly [Name in FunctionName]?: number } = {
  pages: 994_000,
  // It hears again what was kept aside, Gupshup's too (9 KB).
  consent: 945_000,
  // With the linter, which the words of an In-App Signup pass.
  points: 900_000,
  notices: 680_000,
  'sms-inbound': 660_000,
  'twilio-webhook': 728_000,
  'aws-whatsapp': 677_000,
  'whatsapp-webhook': 713_000,
  // The client of the user pool, which is loaded only when people are invited, changed or removed; and the linter, which greetings pass.
  admin: 998_000,
  exports: 620_000,
  users: 635_000,
  // The document of the API, twice as long as all the code beside it.
  docs: 520_000,
  // What is said on the telephone, and the linter that greetings pass, are beside the numbers that callers show.
  telephone: 640_000,
  // Words that are heard, as for other webhooks, and the plans of the numbers that programs name.
  gupshup: 934_000,
  // The mapping of a file names countries; its steps read numbers and tables, and record what they read.
  imports: 720_000,
  'import-steps': 745_000,
};
const limitBytes = (name: FunctionName): number => limits[name] ?? 600_000;
const sources = functionNames.map((name) =>
  fileURLToPath(new URL(`../../lambdas/handlers/${name}.ts`, import.meta.url)),
);

const { outputFiles, metafile } = await build({
  ...bundling,
  entryPoints: sources,
  outdir: 'bundles',
  outExtension: { '.js': '.mjs' },
  write: false,
  metafile: true,
  logLevel: 'silent',
});
const bundles = functionNames.map((name) => {
  const file = outputFiles.find(({ path }) => path.endsWith(`${name}.mjs`));
  return { name, bytes: file?.contents.length ?? 0, text: file?.text ?? '' };
});

test('every function is bundled', () => {
  for (const { name, bytes } of bundles) expect(bytes, name).toBeGreaterThan(0);
  console.table(Object.fromEntries(bundles.map(({ name, bytes }) => [name, { KB: Math.round(bytes / 1000) }])));
});

test.each(bundles.map(({ name, bytes }) => [name, bytes] as const))(
  '%s is at most 600 KB, but for those that carry words or plans',
  (name, bytes) => {
    expect(bytes).toBeLessThanOrEqual(limitBytes(name));
  },
);

/** Functions that read numbers of people or files. All others get numbers from providers or from the table. */
const readers: readonly FunctionName[] = [
  'admin',
  'consent',
  'eligibility',
  'gate',
  'pages',
  'points',
  'users',
  // Whoever calls may show any number.
  'telephone',
  'connect-flow',
  'gupshup',
  'imports',
  'import-steps',
];
const numberSources = /libphonenumber-js|lambdas\/edge\/numbers\//;

test.each(functionNames.map((name) => [name] as const))(
  '%s carries numbering plans only if it reads numbers',
  (name) => {
    const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}.mjs`)) ?? [];
    const carried = Object.entries(output?.inputs ?? {}).filter(([path]) => numberSources.test(path));
    const bytes = carried.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    if (!readers.includes(name)) expect(carried.map(([path]) => path)).toEqual([]);
    // Pages also write numbers as their countries do, and users are listed by country, which takes the rest of the library.
    else if (name !== 'pages' && name !== 'users') expect([bytes > 50_000, bytes <= 90_000]).toEqual([true, true]);
  },
);

/** Of the words of our languages, those that a function says or hears. Every other function carries none. */
const said = ['agreement', 'chat', 'first-contact', 'keywords', 'replies', 'thread', 'way-out'];
const topics: { readonly [Name in FunctionName]?: readonly string[] } = {
  // It hears again what was kept aside.
  consent: [...said, 'doubts', 'human', 'written'],
  'whatsapp-webhook': [...said, 'doubts', 'human', 'written'],
  // One decision for every channel: it carries what any of them may say.
  'sms-inbound': [...said, 'doubts', 'human', 'written'],
  'twilio-webhook': [...said, 'doubts', 'human', 'written'],
  'aws-whatsapp': [...said, 'doubts', 'human', 'written'],
  gupshup: [...said, 'doubts', 'human', 'written'],
  'send-replies': ['agreement', 'first-contact', 'human', 'replies', 'thread'],
  // What is asked of who writes for the first time is composed and measured when it is switched on.
  admin: [...said, 'human', 'lint', 'phone'],
  notices: [...said, 'lint', 'starter'],
  points: [...said, 'lint'],
  telephone: ['agreement', 'phone'],
  'connect-flow': ['agreement', 'phone'],
  pages: [...said, 'pages', 'personal-pages', 'poster'],
};

test.each(functionNames.map((name) => [name] as const))('%s carries the words that it needs and no others', (name) => {
  const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}.mjs`)) ?? [];
  const carried = Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (/domain\/languages\/[a-z]{2}\/([a-z-]+)\.ts$/.exec(path)?.[1] ?? []) : [],
  );
  expect([...new Set(carried)].sort()).toEqual([...(topics[name] ?? [])].sort());
});

/** What is declared for the build and for tests (decision 0030). */
const declarations =
  /lambdas\/edge\/.*\/(?:operations|answers|answer-fields|field-notes|path-parameters|problems)\.ts$/;

test.each(functionNames.map((name) => [name] as const))('%s carries no declarations of routes', (name) => {
  const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}.mjs`)) ?? [];
  expect(Object.keys(output?.inputs ?? {}).filter((path) => declarations.test(path))).toEqual([]);
});

test('the document of the API is carried by docs, and what makes it by nobody', () => {
  const carriers = Object.entries(metafile.outputs).map(([path, { inputs }]) => [path, Object.keys(inputs)] as const);
  const who = (words: RegExp) => carriers.filter(([, inputs]) => inputs.some((input) => words.test(input)));
  expect(who(/^docs\//).map(([path]) => path)).toEqual(['bundles/docs.mjs']);
  expect(who(/lambdas\/edge\/openapi\//)).toEqual([]);
});

test.each(bundles.map(({ name, text }) => [name, text] as const))(
  '%s does not import node:http as a module, which costs every cold start',
  (_, text) => {
    expect(text).not.toMatch(/from\s*["'](node:)?https?["']/);
  },
);

test('every bundle can be loaded by Node with an empty environment, and brings a handler', () => {
  const folder = mkdtempSync(join(tmpdir(), 'optledger-bundles-'));
  const files = bundles.map(({ name, text }) => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  });
  const script = `for (const file of ${JSON.stringify(files)}) console.log(typeof (await import(file)).handler);`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: {},
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect(printed.trim().split('\n')).toEqual(functionNames.map(() => 'function'));
});
