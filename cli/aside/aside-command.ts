import { randomUUID } from 'node:crypto';
import { readAside } from '../../lambdas/adapters/aside/read-aside.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { people } from '../../lambdas/adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { asideShelf } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lateRefusals } from '../../lambdas/adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import type { DocumentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { AsideItem, AsideShelf } from '../../lambdas/use-cases/inbound/ports.ts';
import { type RetryDeps, retryAside } from '../../lambdas/use-cases/inbound/retry-aside.ts';
import { subjectLedger } from '../../lambdas/use-cases/ledger/subject-ledger.ts';
import { unknownName } from '../nearest.ts';
import { identifierKeyOf, nameOf, openTable } from '../open-stage.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** So many days something is kept. */
const keptDays = 90;
const day = 24 * 60 * 60 * 1000;

/** Lists or retries what was kept aside. Answers the exit code. Throws UsageError. */
export async function asideCommand(args: readonly string[], now: () => number = Date.now): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    {
      day: { type: 'string' },
      all: { type: 'boolean', default: false },
      parts: { type: 'boolean', default: false },
      table: { type: 'string' },
      'identifier-key-secret': { type: 'string' },
      ...dataFlag,
    },
    true,
  );
  const [what, ...ids] = positionals;
  const isList = what === 'list';
  if (!isList && what !== 'retry')
    throw new UsageError(what === undefined ? 'Say list or retry.' : unknownName('act', what, ['list', 'retry']));
  if (isList && ids.length > 0) throw new UsageError(`list takes no "${ids[0]}".`);
  if (!isList && ids.length === 0 && values.day === undefined && !values.all)
    throw new UsageError('Say what is to be heard again: its id, --day, or --all.');
  if (values.day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.day))
    throw new UsageError(`--day takes a day like 2026-11-21, not "${values.day}".`);
  const table = openTable(values);
  const shelf = asideShelf(table);
  if (isList) {
    const items = await itemsOf(shelf, values.day, now());
    for (const item of items) console.log(line(item, values.parts));
    console.log(items.length === 0 ? 'Nothing lies aside.' : `${items.length} kept aside.`);
    return 0;
  }
  const identifierKey = await identifierKeyOf(table, { ...values, secret: values['identifier-key-secret'] });
  const items = await itemsOf(shelf, values.day, now());
  const unknown = ids.filter((id) => !items.some((item) => item.id === id));
  if (unknown.length > 0) throw new Error(`Nothing lies aside under ${unknown.join(', ')}.`);
  const wanted = ids.length === 0 ? items : items.filter(({ id }) => ids.includes(id));
  return retryAll(retryDeps(table, shelf, identifierKey, now), wanted);
}

async function retryAll(deps: RetryDeps, items: readonly AsideItem[]): Promise<number> {
  let left = 0;
  for (const item of items) {
    const result = await retryAside(deps, item);
    if (result.came !== 'stored') left += 1;
    if (result.came === 'failed') console.error(`${item.id}  failed: ${result.failures.map(nameOf).join(', ')}`);
    else console.log(`${item.id}  ${result.came === 'stored' ? 'stored' : `still kept: ${result.why}`}`);
  }
  console.log(`${items.length - left} of ${items.length} stored.`);
  return left === 0 ? 0 : 1;
}

async function itemsOf(shelf: AsideShelf, only: string | undefined, now: number): Promise<AsideItem[]> {
  if (only !== undefined) return [...(await shelf.list(only))];
  const items: AsideItem[] = [];
  for (let back = keptDays; back >= 0; back -= 1) {
    items.push(...(await shelf.list(new Date(now - back * day).toISOString().slice(0, 10))));
  }
  return items;
}

function line({ id, why, bytes, part, settledBy }: AsideItem, parts: boolean): string {
  const settled = settledBy === undefined ? '' : `  a no was recorded by ${settledBy}`;
  const summary = `${id}  ${why}  ${bytes} bytes${settled}`;
  return parts ? `${summary}\n  ${JSON.stringify(part)}` : summary;
}

function retryDeps(table: DocumentTable, shelf: AsideShelf, identifierKey: string, now: () => number): RetryDeps {
  return {
    apps: appStore(table, now),
    ledger: subjectLedger(subjectStore(table, { identifierKey, now, newId: randomUUID })),
    choices: choiceStore(table, now),
    prompts: promptStore(table, now),
    points: pointStore(table),
    templates: templateStore(table),
    notices: noticeStore(table),
    answers: answerLimit(table, identifierKey, now),
    refusals: lateRefusals(table, identifierKey),
    stops: { people: people(table, identifierKey), smsStops: smsStops(table), now },
    // Whoever asked for help so long ago is not answered any more: it passes as done, and nothing goes out.
    sender: { send: async () => ({ came: 'sent' }) },
    shelf,
    read: readAside,
  };
}
