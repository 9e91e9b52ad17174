import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Manifest {
  readonly optionalDependencies: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string }>;
};

test('every optional platform package has its entry in the lock, or `npm ci` fails where the registry lacks it', () => {
  const missing = Object.entries(manifest.optionalDependencies).filter(
    ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
  );
  expect(missing).toEqual([]);
});

test('every version is pinned exactly', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test.each(['package-lock.json', 'tools/openapi/package-lock.json'])('%s names no registry', (path) => {
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as typeof lock;
  expect(Object.keys(packages).length).toBeGreaterThan(10);
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
});
