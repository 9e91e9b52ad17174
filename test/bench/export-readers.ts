/**
 * `node test/bench/export-readers.ts [people]`: an export of a million people (or so many) through the functions that write it, the
 * embedded database and an S3 on this machine; then read whole by Node's and Chromium's DecompressionStream, by Python's zlib in one
 * shot, and by gunzip. Prints what each has read, and fails when one of them has not read everything.
 */
import { execFileSync, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { chromium } from 'playwright-core';
import { createTable, databaseClient, startDatabase } from '../../dev/storage/database.ts';
import { localCredentials, startObjectStore } from '../../dev/storage/object-store.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { AudienceFile } from '../../lambdas/domain/export/export.ts';
import { findChromium } from '../support/browser/chromium.ts';
import { exportApp } from '../support/exports/export-steps.ts';
import { eligiblePerson, withdraw, writeEligible } from '../support/table/eligible-people.ts';

const people = Number(process.argv[2] ?? 1_000_000);
const appId = 'acme';
const bucket = 'exports';
/** People who leave between being written and the close, so that the close has chunks to open. */
const leavers = 100;

interface Written {
  readonly rows: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly csv: AudienceFile;
  readonly jsonl: AudienceFile;
}

/** What somebody read: how many lines and bytes, and a hash of them. */
interface Read {
  readonly lines: number;
  readonly bytes: number;
  readonly sha256: string;
}

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'optledger-readers-'));
const database = await startDatabase(join(folder, 'database.sqlite'));
const store = await startObjectStore(join(folder, 'objects'), [bucket]);
try {
  console.log(`${new Date().toISOString()}  Node ${process.version}, ${people.toLocaleString('en')} people\n`);
  await fillTable();
  const written = await writeExport();
  const lines = { csv: written.rows + 1, jsonl: written.rows };
  for (const kind of ['csv', 'jsonl'] as const) await readEverywhere(written[kind], lines[kind]);
} finally {
  await store.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fillTable(): Promise<void> {
  const { endpoint } = database;
  await createTable(endpoint, 'bench');
  const { credentials } = databaseClient(endpoint).config;
  const table = documentTable('bench', undefined, { endpoint, region: 'eu-west-1', credentials });
  const now = Date.UTC(2026, 10, 21, 2, 0, 0);
  await appStore(table, () => now).create(exportApp(appId));
  for (let from = 0; from < people; from += 10_000) {
    const some = Array.from({ length: Math.min(10_000, people - from) }, (_, index) => eligiblePerson(from + index));
    const quarter = Math.ceil(some.length / 4);
    const lanes = [0, 1, 2, 3].map((lane) => some.slice(lane * quarter, (lane + 1) * quarter));
    await Promise.all(lanes.map((lane) => writeEligible(table, appId, 'offers', lane)));
  }
  for (let leaver = 0; leaver < Math.min(leavers, people); leaver += 1) {
    await withdraw(table, appId, Math.floor((leaver * people) / leavers), now, ['offers']);
  }
}

/** Each function in a process of its own, as on Lambda. */
async function writeExport(): Promise<Written> {
  const parts = await inOwnProcess('shards', '[]');
  return (await inOwnProcess('close', JSON.stringify(parts))) as Written;
}

function inOwnProcess(step: 'shards' | 'close', parts: string): Promise<unknown> {
  const writer = join(import.meta.dirname, 'export-writer.ts');
  const child = fork(writer, [step, parts, database.endpoint, 'bench', store.url, bucket, appId]);
  return new Promise((resolve, reject) => {
    let answer: unknown;
    child.on('message', (message) => {
      answer = message;
    });
    child.on('exit', (code) =>
      answer === undefined ? reject(new Error(`The writer ended with ${code}.`)) : resolve(answer),
    );
  });
}

async function readEverywhere(file: AudienceFile, lines: number): Promise<void> {
  const client = new S3Client({
    endpoint: store.url,
    region: 'eu-west-1',
    forcePathStyle: true,
    credentials: localCredentials,
  });
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: file.key }));
  const path = join(folder, 'download.gz');
  writeFileSync(path, (await Body?.transformToByteArray()) ?? '');
  console.log(`\n${file.key}: ${statSync(path).size.toLocaleString('en')} bytes`);
  const all = [
    ['DecompressionStream of Node', await byNode(path)],
    ['zlib.decompressobj(31) of Python', byPython(path)],
    ['gunzip', byGunzip(path)],
    ['DecompressionStream of Chromium', await byChromium(path)],
  ] as const;
  for (const [reader, read] of all) {
    if (read === undefined) {
      console.log(`${reader.padEnd(34)} not on this machine`);
      continue;
    }
    const isWhole = read.lines === lines && read.sha256 === all[0][1].sha256;
    console.log(`${reader.padEnd(34)} ${read.lines} lines, ${read.bytes} bytes, sha256 ${read.sha256.slice(0, 16)}…`);
    if (!isWhole) {
      console.log(`${reader} has not read everything: ${lines} lines were written.`);
      process.exitCode = 1;
    }
  }
}

async function byNode(path: string): Promise<Read> {
  const file = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  return countOf(file.pipeThrough(new DecompressionStream('gzip')));
}

function byPython(path: string): Read {
  const program = `
import hashlib, json, sys, zlib
d = zlib.decompressobj(31)
text = d.decompress(open(sys.argv[1], 'rb').read())
assert d.eof and d.unused_data == b'' and d.unconsumed_tail == b'', 'there is more behind the first member'
print(json.dumps({'lines': text.count(b'\\n'), 'bytes': len(text), 'sha256': hashlib.sha256(text).hexdigest()}))`;
  return JSON.parse(execFileSync('python3', ['-c', program, path]).toString()) as Read;
}

function byGunzip(path: string): Read {
  const count = (command: string) =>
    execFileSync('sh', ['-c', `gunzip -c "$0" | ${command}`, path])
      .toString()
      .trim();
  execFileSync('gunzip', ['-t', path]);
  return { lines: Number(count('wc -l')), bytes: Number(count('wc -c')), sha256: count('sha256sum').slice(0, 64) };
}

async function countOf(text: AsyncIterable<Uint8Array>): Promise<Read> {
  const hash = createHash('sha256');
  let [lines, bytes] = [0, 0];
  for await (const piece of text) {
    hash.update(piece);
    bytes += piece.length;
    for (const byte of piece) if (byte === 0x0a) lines += 1;
  }
  return { lines, bytes, sha256: hash.digest('hex') };
}

async function byChromium(path: string): Promise<Read | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const server = createServer((request, response) => {
    if (request.url === '/file') createReadStream(path).pipe(response);
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>reader</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate(async () => {
      const answer = await fetch('/file');
      const stream = answer.body?.pipeThrough(new DecompressionStream('gzip'));
      const text = new Uint8Array(await new Response(stream ?? null).arrayBuffer());
      let lines = 0;
      for (const byte of text) if (byte === 0x0a) lines += 1;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
      return {
        lines,
        bytes: text.length,
        sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      };
    });
  } finally {
    await browser.close();
    server.close();
  }
}
