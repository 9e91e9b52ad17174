/**
 * Adds to package-lock.json the optional platform packages that the registry at hand does not carry, so that `npm ci` agrees
 * with package.json on every platform. Run it after an install that rewrote the lock; `test/architecture/lock.test.ts` checks.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockPackage {
  version?: string;
  cpu?: string[];
  os?: string[];
  optional?: boolean;
  bin?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockPackage> };
const osNames: Record<string, string> = { win: 'win32' };
for (const [name, version] of Object.entries(lock.packages['']?.optionalDependencies ?? {})) {
  const key = `node_modules/${name}`;
  if (lock.packages[key]) continue;
  const [os = '', cpu = ''] = name
    .replace(/^@[^/]+\//, '')
    .split('-')
    .slice(-2);
  lock.packages[key] = { version, cpu: [cpu], optional: true, os: [osNames[os] ?? os] };
  if (name.startsWith('node-')) lock.packages[key].bin = { node: 'bin/node' };
}
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
