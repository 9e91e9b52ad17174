import type { PlantedFault } from './planted-fault.ts';

const keys = ['test/adapters/dynamodb/key-check', 'test/handlers/wrong-identifier-key'];
const reconciling = ['test/adapters/dynamodb/reconcile', 'test/domain/ledger/reconcile'];
const torn = ['test/model/reconcile'];
const tables = ['test/lib/constructs/table/data-table', 'test/lib/stateful-resources'];
const copies = ['test/lib/constructs/table/outside-copy', 'test/lib/stage-settings'];
const commands = ['test/cli/reconcile-command'];

const check = 'lambdas/adapters/dynamodb/directory/key-check.ts';
const opening = 'lambdas/handlers/deps/stage/open-table.ts';
const start = 'lambdas/edge/http/http-start.ts';
const person = 'lambdas/adapters/dynamodb/reconcile/reconcile-person.ts';
const rows = 'lambdas/adapters/dynamodb/reconcile/reconcile-rows.ts';
const table = 'lambdas/adapters/dynamodb/reconcile/reconcile-table.ts';
const links = 'lambdas/adapters/dynamodb/reconcile/reconcile-links.ts';
const windows = 'lambdas/adapters/dynamodb/reconcile/reconcile-windows.ts';
const state = 'lambdas/domain/ledger/reconcile.ts';
const chain = 'lambdas/domain/ledger/reconcile-chain.ts';
const marker = 'lib/constructs/table/table-marker.ts';
const data = 'lib/constructs/table/data-table.ts';
const copy = 'lib/constructs/table/outside-copy.ts';

export const wayBackFaults: readonly PlantedFault[] = [
  {
    name: 'any identifier key is the key of the table',
    file: check,
    find: 'if (itemAs(found, keyCheckItem).check !== hash.checkValue) throw new WrongIdentifierKeyError();',
    replace: 'itemAs(found, keyCheckItem);',
    tests: keys,
  },
  {
    name: 'a table from before is taken over by whatever key comes first',
    file: check,
    find: "if ((await whoseKey(table, hash)) === 'of others') throw new WrongIdentifierKeyError();",
    replace: '',
    tests: keys,
  },
  {
    name: 'of two keys that begin at once both go on',
    file: check,
    find: 'if (!isFirst && !isCheckOf(await getItem(table, keyCheckKey), hash)) throw new WrongIdentifierKeyError();',
    replace: 'void isFirst;',
    tests: keys,
  },
  {
    name: 'the check value is written over',
    file: check,
    find: "        ConditionExpression: 'attribute_not_exists(pk)',\n",
    replace: '',
    tests: keys,
  },
  {
    name: 'functions start with a key that is not the table’s',
    file: opening,
    find: '    throw error;\n',
    replace: '',
    tests: keys,
  },
  {
    name: 'nobody is woken for another identifier key',
    file: opening,
    find: '      countMetric(metrics.wrongIdentifierKey, 1, systemClock());\n',
    replace: '',
    tests: keys,
  },
  {
    name: 'whoever calls a stage with another key is told that it is broken',
    file: start,
    find: 'if (!(understood(error) instanceof DomainError)) throw error;',
    replace: 'throw error;',
    tests: keys,
  },
  {
    name: 'a no that only the state has is forgotten',
    file: state,
    find: '[...statements, ...noes, ...annulments, ...withdrawn.filter(isUnproven)]',
    replace: '[...statements, ...annulments, ...withdrawn.filter(isUnproven)]',
    tests: reconciling,
  },
  {
    name: 'a no that only the state of who turned out to be another has is forgotten',
    file: state,
    find: 'const noes = states.flatMap(',
    replace: 'const noes = [own].flatMap(',
    tests: reconciling,
  },
  {
    name: 'what a restore may find between two transactions of an act is not looked at',
    file: 'test/support/table/stages.ts',
    find: '          stages.push(await look());\n',
    replace: '',
    tests: reconciling,
  },
  {
    name: 'a no of which only the withdrawal is left is forgotten',
    file: state,
    find: '[...statements, ...noes, ...annulments, ...withdrawn.filter(isUnproven)]',
    replace: '[...statements, ...noes, ...annulments]',
    tests: reconciling,
  },
  {
    name: 'a no to several purposes counts for one of them',
    file: state,
    find: 'return [...(before ?? []), place];',
    replace: 'return [place];',
    tests: ['test/domain/ledger/reconcile'],
  },
  {
    name: 'a brake that only the state has is let go',
    file: state,
    find: '...states.flatMap((state) => state.suppressions.filter(isUnproven))',
    replace: '',
    tests: ['test/domain/ledger/reconcile'],
  },
  {
    name: 'a stop of WhatsApp that only the state has is let go',
    file: state,
    find: '        .filter(isUnproven)\n        .reduce(',
    replace: '        .filter(() => false)\n        .reduce(',
    tests: ['test/domain/ledger/reconcile'],
  },
  {
    name: 'an entry beyond the head of the chain is recorded over',
    file: chain,
    find: 'last === undefined ? head :',
    replace: 'last !== undefined ? head :',
    tests: reconciling,
  },
  {
    name: 'a torn change of number leaves the old one to be written to',
    file: person,
    find: 'subject: isUnsure ? nameless : subject,',
    replace: 'subject,',
    tests: reconciling,
  },
  {
    name: 'a second state of somebody is left where it lies',
    file: person,
    find: '    places.push({ place: leftBehind(each, theirs, isTheirs), living: each });\n',
    replace: '    void isTheirs;\n',
    tests: torn,
  },
  {
    name: 'who is made anew comes to live at a number that they have left',
    file: 'lambdas/adapters/dynamodb/reconcile/rebuild-home.ts',
    find: 'const safe = isSettled ? ',
    replace: 'const safe = led.length > 0 ? ',
    tests: reconciling,
  },
  {
    name: 'an identifier that the state does not know has the yes of whoever it leads to',
    file: links,
    find: '  if (!isKnown && !hasLeft) return place;\n',
    replace: '  void isKnown;\n  if (!hasLeft) return place;\n',
    tests: reconciling,
  },
  {
    name: 'a row too many stays',
    file: rows,
    find: 'if (!change.isWritten) continue;',
    replace: 'if (!change.isWritten || row === undefined) continue;',
    tests: reconciling,
  },
  {
    name: 'nobody hears of a withdrawal that a restore has lost',
    file: rows,
    find: 'for (const { sequence, purposes, ref } of notTold) writes.push(tell(sequence, purposes, ref));',
    replace: '',
    tests: reconciling,
  },
  {
    name: 'a dry run writes',
    file: table,
    find: 'if (!options.writes) return false;',
    replace: '',
    tests: [...reconciling, ...commands],
  },
  {
    name: 'what was written meanwhile is not told',
    file: table,
    find: 'if (error instanceof StaleReadError) return true;',
    replace: 'if (error instanceof StaleReadError) return false;',
    tests: reconciling,
  },
  {
    name: 'a pointer that leads nowhere stays, and its person is told to try again for ever',
    file: links,
    find: "const [today] = mend({ subjectId: mended.subjectId, home: mended.home }, 'a pointer');",
    replace: 'const today = { subjectId: mended.subjectId, home: mended.home };',
    tests: reconciling,
  },
  {
    name: 'the window of somebody else stays open',
    file: windows,
    find: 'if (isTheirs && isListedRight(appId, window)) continue;',
    replace: 'if (!isTheirs || isListedRight(appId, window)) continue;',
    tests: reconciling,
  },
  {
    name: 'the key of the command is not compared with the table',
    file: 'cli/open-stage.ts',
    find: '  await mustBeKeyOfTable(table, key, { keeps: false });\n',
    replace: '',
    tests: commands,
  },
  {
    name: 'a stage begins anew where it left a table',
    file: data,
    find: '    table.node.addDependency(tableMarker(this, stage));\n',
    replace: '',
    tests: tables,
  },
  {
    name: 'the word that a stage has a table goes with its stack',
    file: marker,
    find: 'RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE',
    replace: 'RemovalPolicy.DESTROY',
    tests: tables,
  },
  {
    name: 'the dead letters of SMS go with the stack',
    file: 'lib/constructs/providers/sms.ts',
    find: '    deadLetters.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);\n',
    replace: '',
    tests: tables,
  },
  {
    name: 'a copy outside the account can be deleted the same day',
    file: copy,
    find: '      lockConfiguration: { minRetention: Duration.days(days) },\n',
    replace: '',
    tests: copies,
  },
  {
    name: 'the copy stays in the account',
    file: copy,
    find: "destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Outside', vaultArn)",
    replace: 'destinationBackupVault: vault',
    tests: copies,
  },
  {
    name: 'a part that the version before wrote cannot be read',
    file: 'lambdas/adapters/s3/part-frames.ts',
    find: 'const { first, last, count, csv, jsonl } = JSON.parse(line) as FrameHeader;',
    replace:
      'const { first, last, count, table: csv, jsonl } = JSON.parse(line) as FrameHeader & { table: TextHeader };',
    tests: ['test/handlers/export-recorded-steps'],
  },
  {
    name: 'a step of an export hands on another name than the version before',
    file: 'lambdas/use-cases/exports/write-export-shard.ts',
    find: '  return { shard, rows, excluded };\n',
    replace: '  return { shard, people: rows, excluded } as never;\n',
    tests: ['test/handlers/export-recorded-steps'],
  },
  {
    name: 'another stream of the table is let through',
    file: 'test/lib/stateful-faults.ts',
    find: "    'StreamSpecification',\n",
    replace: '',
    tests: ['test/lib/stateful-resources'],
  },
  {
    name: 'somebody whose place becomes free while others are mended stays lost',
    file: 'lambdas/adapters/dynamodb/reconcile/reconcile-table.ts',
    find: 'lost.has(u) || ',
    replace: '',
    tests: ['test/model/reconcile'],
  },
  {
    name: 'somebody whose place becomes free while links are mended stays lost',
    file: table,
    find: 'if (lost.size === 0 || !isMended) break;',
    replace: 'break;',
    tests: ['test/model/reconcile'],
  },
];
