import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: { readonly '.': { readonly types: string; readonly default: string } };
}

const manifest = JSON.parse(readFileSync('client/package.json', 'utf8')) as Manifest;
let folder: string;
let packed: readonly string[];
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'optledger-client-'));
  cpSync('client', folder, { recursive: true, filter: (path) => !/client\/(dist|node_modules)/.test(path) });
  const bin = join(process.cwd(), 'node_modules');
  env = { ...process.env, PATH: `${join(bin, '.bin')}:${process.env.PATH}`, NODE_PATH: bin };
  cpSync(join(bin, 'openapi-fetch'), join(folder, 'node_modules/openapi-fetch'), { recursive: true });
  cpSync(join(bin, 'openapi-typescript-helpers'), join(folder, 'node_modules/openapi-typescript-helpers'), {
    recursive: true,
  });
  const told = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: folder, env, encoding: 'utf8' });
  const [{ files }] = JSON.parse(told.slice(told.indexOf('['))) as [{ files: readonly { path: string }[] }];
  packed = files.map(({ path }) => path).toSorted();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds what was built, its page, its changes and the example, and nothing else', () => {
  const built = ['api', 'create-client', 'data-of', 'each-of', 'index', 'patient-fetch', 'problem-error'];
  const files = built.flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]);
  expect(packed).toEqual(['CHANGELOG.md', 'README.md', ...files, 'example/first-opt-in.ts', 'package.json'].toSorted());
});

it('leads to files that it has', () => {
  const { types, default: code } = manifest.exports['.'];
  for (const path of [types, code]) expect(packed).toContain(path.replace('./', ''));
});

it('needs one package, in the version that is tested here', () => {
  const root = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
  expect(manifest.dependencies).toEqual({ 'openapi-fetch': root.devDependencies['openapi-fetch'] });
});

it('imports nothing but that package and its own files, with the endings that Node wants', () => {
  const texts = packed.filter((path) => path.endsWith('.js')).map((path) => readFileSync(join(folder, path), 'utf8'));
  const imported = texts.flatMap((text) => Array.from(text.matchAll(/from '([^']+)'/g), ([, from]) => from));
  expect(imported.filter((from) => !/^(openapi-fetch|\.\/[a-z-]+\.js)$/.test(from ?? ''))).toEqual([]);
});

it('compiles where it is used, strictly: the example, and what its page shows', { timeout: 120_000 }, () => {
  const [, shown = ''] = /```ts\n([\s\S]+?)```/.exec(readFileSync('client/README.md', 'utf8')) ?? [];
  const wrong = shown.replace("purpose: 'offers'", "purposes: ['offers']");
  expect(wrong).not.toBe(shown);
  const compile = (name: string, text: string): string => {
    writeFileSync(join(folder, 'example', name), text);
    const options = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--module',
      'nodenext',
      '--target',
      'es2023',
    ];
    const types = ['--types', 'node', '--typeRoots', join(process.cwd(), 'node_modules/@types')];
    const file = join(folder, 'example', name);
    const { stdout } = spawnSync('tsc', ['--ignoreConfig', ...options, ...types, file], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return stdout;
  };
  expect(compile('example.ts', readFileSync('client/example/first-opt-in.ts', 'utf8'))).toBe('');
  expect(compile('readme.ts', shown)).toBe('');
  // A field that the document does not have is an error before anything is sent.
  expect(compile('wrong.ts', wrong)).toMatch(/wrong\.ts\(\d+,\d+\): error TS2\d+.*purposes|purpose/);
});
