import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/* A provider is a room of adapters/providers: a parser that says what came, a signature, a sender, and nothing else (decision 0032). */

const rooms = 'lambdas/adapters/providers';
const providers = readdirSync(rooms);

/** No message comes by them: nobody is heard by the first yet, the others tell of calls. */
const onlySends: ReadonlySet<string> = new Set(['twilio', 'calls', 'connect']);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

/** What a file names in its import lines; files of ours by their path. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import) *\(?'([@.\w][^'\n]*)'/g)].map(([, specifier = '']) =>
    specifier.startsWith('.') ? relative('.', resolve(dirname(file), specifier)) : specifier,
  );
const importers = (folder: string, imported: RegExp): string[] =>
  filesIn(folder).filter((file) => importsOf(file).some((each) => imported.test(each)));

describe.each(providers)('the room of %s', (provider) => {
  const own = join(rooms, provider);
  const may = [
    new RegExp(`^${own}/`),
    /^lambdas\/adapters\/(http|json|time)\//,
    // What an error of AWS says of a message.
    /^lambdas\/adapters\/aws\/send-failure\.ts$/,
    /^lambdas\/domain\//,
    /^lambdas\/use-cases\/[a-z-]+\/[a-z-]*ports\.ts$/,
    /^@aws-sdk\//,
    /^aws-lambda$/,
    /^node:crypto$/,
  ];

  test('imports no other provider, no store, and nothing that decides', () => {
    const wrong = filesIn(own).flatMap((file) =>
      importsOf(file).filter((each) => !may.some((rule) => rule.test(each))),
    );
    expect(wrong).toEqual([]);
  });

  test('leaves it to the one decision what words and buttons mean', () => {
    const deciding = /^lambdas\/domain\/(keywords\/|inbound\/(decide|understand|wanted)|replies\/(decide|button))/;
    expect(importers(own, deciding)).toEqual([]);
  });

  test.skipIf(onlySends.has(provider))('has a parser that says what came in the words of all', () => {
    const parsers = filesIn(own).filter((file) =>
      /export function parse\w+\([^{]*\): InboundItem\[\] {/.test(readFileSync(file, 'utf8')),
    );
    expect(parsers).not.toEqual([]);
  });
});

describe('what is decided once', () => {
  test.each(['lambdas/use-cases', 'lambdas/adapters', 'lambdas/handlers'])('is decided nowhere in %s', (folder) => {
    const meaning =
      /^lambdas\/domain\/(keywords\/match-(keyword|stop)|inbound\/(understand|only-no-counts|may-reply|evidence-of-act)\.)/;
    expect(importers(folder, meaning)).toEqual([]);
  });

  test('is asked for by the one use-case', () => {
    const asking = [
      ...importers('lambdas/use-cases', /^lambdas\/domain\/inbound\/decide/),
      ...importers('lambdas/adapters', /^lambdas\/domain\/inbound\/decide/),
    ];
    expect(asking).toEqual(['lambdas/use-cases/inbound/hear-inbound.ts']);
  });

  test('knows no provider', () => {
    const rooms = ['lambdas/domain/inbound', 'lambdas/use-cases/inbound'].flatMap(filesIn);
    const names = new RegExp(
      `\\b(${[...providers, 'twilio', 'gupshup', 'exotel', 'phoneNumberId', 'wamid', 'MessageSid'].join('|')})\\b`,
    );
    const code = (file: string) => readFileSync(file, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(rooms.filter((file) => names.test(code(file)))).toEqual([]);
  });
});

test('whoever asks somebody outside asks through adapters/http', () => {
  expect(importers('lambdas', /^(node:)?https?$|^undici$/)).toEqual([
    // Whom we chose.
    'lambdas/adapters/http/ask.ts',
    // Whom somebody else chose.
    'lambdas/adapters/http/safe-post.ts',
  ]);
  expect(filesIn('lambdas').filter((file) => /\bfetch\(/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
