import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Import, ImportMode, ImportState } from '../../../domain/import/import.ts';
import type { BeginChange, ImportRun, ImportStore, PartResult } from '../../../use-cases/imports/ports.ts';
import { eventRow } from '../events/event-row.ts';
import { importKey, importPartKey, importPartsPartition, importsPartition } from '../table/app-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem, queryPage, queryPages } from '../table/query.ts';
import { AlreadyRecordedError, put, putNew, StaleReadError, transact, untilSettled } from '../table/transaction.ts';

const shape: Shape<Import> = {
  importId: 'string',
  appId: 'string',
  kind: 'string',
  fileName: 'string',
  size: 'number',
  state: 'string',
  createdAt: 'number',
  updatedAt: 'number',
  keyId: 'string',
  run: 'number',
  tries: 'number',
};

const toImport = (item: object): Import => withoutKey(itemAs(item, shape));

/** Where each kind of execution begins, and where it ends. */
const stateIn = {
  preview: ['reading', 'previewed', 'previewedAt'],
  apply: ['applying', 'applied', 'appliedAt'],
  undo: ['undoing', 'undone', 'undoneAt'],
} as const satisfies {
  readonly [Mode in ImportMode]: readonly [begun: ImportState, done: ImportState, at: string];
};

/** The imports of every app, newest first by their ids, and how far each has come. */
export function importStore(table: DocumentTable): ImportStore {
  const { documents, tableName: TableName } = table;

  /** A change of an import where a condition holds. */
  function changing(
    { appId, importId }: Pick<Import, 'appId' | 'importId'>,
    set: { readonly [name: string]: unknown },
    when: { readonly [name: string]: unknown },
    remove: readonly string[] = [],
  ) {
    const { names, values, sets, conditions } = expressions(set, when);
    for (const name of remove) names[`#${name}`] = name;
    const removes = remove.length === 0 ? '' : ` REMOVE ${remove.map((name) => `#${name}`).join(', ')}`;
    return {
      TableName,
      Key: { ...importKey(appId, importId) },
      UpdateExpression: `SET ${sets}${removes}`,
      ConditionExpression: conditions,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    };
  }

  /** Makes it. False = the condition does not hold. */
  const change = (...asked: Parameters<typeof changing>): Promise<boolean> =>
    holds(documents.send(new UpdateCommand(changing(...asked))));

  const find: ImportStore['find'] = async (appId, importId) => {
    const item = await getItem(table, importKey(appId, importId));
    return item && toImport(item);
  };
  async function partsOf({ appId, importId, run }: Omit<ImportRun, 'attempt'>, mark: string): Promise<Set<number>> {
    const found = new Set<number>();
    const stretch = { partition: importPartsPartition(appId, importId), prefix: `${run}#${mark}#` };
    for await (const page of queryPages(table, stretch)) {
      for (const item of page) found.add(Number((item as { readonly sk: string }).sk.slice(stretch.prefix.length)));
    }
    return found;
  }
  const isWaiting = async ({ appId, importId, mode, run, attempt }: ImportRun): Promise<boolean> => {
    const known = await find(appId, importId);
    return known?.state === stateIn[mode][0] && known.run === run && known.tries === attempt;
  };
  const ofRun = ({ mode, run, attempt }: ImportRun) => ({ state: stateIn[mode][0], run, tries: attempt });

  return {
    find,

    async create(created) {
      const Item = { ...importKey(created.appId, created.importId), ...created };
      await documents.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    },

    async list(appId, limit, after) {
      const page = await queryPage(table, { partition: importsPartition(appId), after, newestFirst: true }, limit);
      return { data: page.items.map(toImport), next: page.last };
    },

    async begin(before, begun, at) {
      const { set, remove } = beginning(before, begun);
      const all = { ...set, state: stateIn[begun.mode][0], mode: begun.mode, tries: before.tries + 1, updatedAt: at };
      const { state, run, tries } = before;
      const isBegun = await change(before, all, { state, run, tries }, [...remove, 'failure', 'refusal']);
      return isBegun ? find(before.appId, before.importId) : undefined;
    },

    noteFile: (run, file) => change(run, { file, progress: { rows: file.rows, done: 0 } }, ofRun(run)),

    async noteReading(run, rows) {
      await change(run, { progress: { rows, done: 0 } }, ofRun(run));
    },

    async notePart({ appId, importId, mode, run }, part, result) {
      const key = importPartKey(appId, importId, run, mode, part);
      const noted = putNew(table, { ...key, rows: result.rows });
      const { expression, names, values } = additions(result);
      const counted = {
        Update: {
          TableName,
          Key: importKey(appId, importId),
          UpdateExpression: `ADD ${expression}`,
          ConditionExpression: '#run = :run AND #mode = :mode',
          ExpressionAttributeNames: { ...names, '#run': 'run', '#mode': 'mode' },
          ExpressionAttributeValues: { ...values, ':run': run, ':mode': mode },
        },
      };
      try {
        await untilSettled(() => transact(table, [noted, counted], [key]));
      } catch (error) {
        if (!(error instanceof AlreadyRecordedError)) throw error;
      }
    },

    async beginPart({ appId, importId, mode, run }, part) {
      const mark = put(table, importPartKey(appId, importId, run, begunMark(mode), part));
      const ConditionCheck = {
        TableName,
        Key: importKey(appId, importId),
        ConditionExpression: '#run = :run AND #mode = :mode',
        ExpressionAttributeNames: { '#run': 'run', '#mode': 'mode' },
        ExpressionAttributeValues: { ':run': run, ':mode': mode },
      };
      await untilSettled(async () => {
        try {
          await transact(table, [mark, { ConditionCheck }]);
        } catch (error) {
          if (!(error instanceof StaleReadError)) throw error;
          const known = await find(appId, importId);
          // Else something else began: there is nothing to mark.
          if (known?.run === run && known.mode === mode) throw error;
        }
      });
    },

    partsBegun: (of) => partsOf(of, begunMark(of.mode)),
    partsDone: (of) => partsOf(of, of.mode),

    async isPartDone({ appId, importId, mode, run }, part) {
      return (await getItem(table, importPartKey(appId, importId, run, mode, part))) !== undefined;
    },

    async preview(run, at, report) {
      await change(run, { state: 'previewed', previewedAt: at, updatedAt: at, report }, ofRun(run));
    },

    async complete(run, at, counts, applied) {
      const { appId, importId } = run;
      const [, state, name] = stateIn[run.mode];
      const data = { importId, state, counts };
      const told = eventRow(appId, { type: 'import.completed', name: `${importId}|${run.run}|${state}`, at, data });
      const Update = changing(run, { ...applied, state, [name]: at, updatedAt: at }, ofRun(run));
      await untilSettled(async () => {
        try {
          await transact(table, [{ Update }, put(table, told)]);
        } catch (error) {
          // Somebody else ended it, or began another run: there is nothing to tell.
          if (!(error instanceof StaleReadError) || (await isWaiting(run))) throw error;
        }
      });
    },

    async refuse({ appId, importId, state, run, tries }, refusal, at) {
      await change({ appId, importId }, { state: 'refused', refusal, updatedAt: at }, { state, run, tries });
    },

    async fail(run, detail, at) {
      await change(run, { state: 'failed', failure: { failedAt: at, detail }, updatedAt: at }, ofRun(run));
    },
  };
}

/** Under what a part is marked as begun. */
const begunMark = (mode: ImportMode): string => `${mode}-begun`;

/** What an execution begins with: from zero, or where the one before it stopped. */
function beginning(before: Import, begun: BeginChange) {
  const progress = { rows: before.file?.rows ?? 0, done: 0 };
  switch (begun.mode) {
    case 'preview': {
      const { mapping } = begun;
      const set = { mapping, run: before.run + 1, progress: { rows: 0, done: 0 }, counts: {}, toRecord: 0 };
      return { set, remove: ['file', 'report', 'previewedAt'] };
    }
    case 'apply': {
      if (before.state !== 'previewed') return { set: {}, remove: [] };
      const applied = { recorded: 0, counted: 0, overruled: 0, refused: 0 };
      return { set: { attestation: begun.attestation, progress, applied }, remove: [] };
    }
    case 'undo':
      return before.mode !== 'undo'
        ? { set: { undo: begun.undo, progress, annulled: 0 }, remove: [] }
        : { set: {}, remove: [] };
  }
}

function expressions(set: { readonly [name: string]: unknown }, when: { readonly [name: string]: unknown }) {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const names: Record<string, string> = {};
  for (const name of [...given.map(([each]) => each), ...Object.keys(when)]) names[`#${name}`] = name;
  return {
    names,
    values: {
      ...Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
      ...Object.fromEntries(Object.entries(when).map(([name, value]) => [`:was_${name}`, value])),
    },
    sets: given.map(([name]) => `#${name} = :${name}`).join(', '),
    conditions: Object.keys(when)
      .map((name) => `#${name} = :was_${name}`)
      .join(' AND '),
  };
}

/** What a part adds to the counts of its import, as an ADD expression. */
function additions({ rows, counts = {}, toRecord, applied = {} as never, annulled }: PartResult) {
  const all: readonly (readonly [path: readonly string[], by: number | undefined])[] = [
    [['progress', 'done'], rows],
    [['toRecord'], toRecord],
    [['annulled'], annulled],
    ...Object.entries(counts).map(([name, by]) => [['counts', name], by] as const),
    ...Object.entries(applied).map(([name, by]) => [['applied', name], by as number] as const),
  ];
  const given = all.filter(([, by]) => by !== undefined);
  const placeholder = (name: string) => `#${name.replaceAll('-', '_')}`;
  return {
    expression: given.map(([path], index) => `${path.map(placeholder).join('.')} :add${index}`).join(', '),
    names: Object.fromEntries(given.flatMap(([path]) => path.map((name) => [placeholder(name), name]))),
    values: Object.fromEntries(given.map(([, by], index) => [`:add${index}`, by])),
  };
}
