import { expect, test } from 'vitest';
import { functionNames } from './function-names.ts';
import { referred, type Statement, statementsOf, synthesise } from './synthesised-stack.ts';

const { ofType, only, permissionsOf, functionNamed } = synthesise();

/** What a resource is called in the table, by how templates spell it. */
const names: readonly (readonly [spelled: RegExp, name: string])[] = [
  [/^\{DataTable\w+\.Arn\}$/, 'the table'],
  [/^\{DataTable\w+\.Arn\}\/index\/(\w+)$/, 'its index `$1`'],
  [/^\{DataTable\w+\.StreamArn\}$/, 'its stream'],
  [/:secret:optledger\/dev\/([a-z-]+)-\?+$/, 'secret `$1`'],
  [/:secret:optledger\/dev\/apps\/\*$/, 'secrets of single apps'],
  [/^\{ExportsFilesBucket\w+\.Arn\}\/(\w+)\/\*$/, 'files under `$1/`'],
  [/^\{ExportsStepsMachine\w+\}$/, 'the export state machine'],
  [/^\{ImportsMachine\w+\}$/, 'the import state machine'],
  [/:schedule\/\{ExportsSchedulesGroup\w+\}\/\*$/, 'schedules of its group'],
  [/^\{ExportsSchedulesRole\w+\.Arn\}$/, 'the role of the schedules'],
  [/^\{(\w+?)DeadLetters\w+\.Arn\}$/, 'its dead-letter queue'],
  [/^\{RelayAside\w+\.Arn\}$/, 'its dead-letter queue'],
  [/^\{RepliesQueue\w+\.Arn\}$/, 'the queue of replies'],
  [/^\{CollectionChargesQueue\w+\.Arn\}$/, 'the queue of charges'],
  [/^\{EventsQueue\w+\.Arn\}$/, 'the queue of events'],
  [/^\{EventsWithdrawals\w+\.Arn\}$/, 'the queue of withdrawals'],
  [/^\{EventsBus\w+\.Arn\}$/, 'the bus of events'],
  [/^\{CallbacksQueue\w+\.Arn\}$/, 'the queue of callbacks'],
  [/^\{CallbacksNoes\w+\.Arn\}$/, 'the queue of noes for callbacks'],
  [/:phone-number\/\*$/, 'SMS numbers of the account'],
  [/^\{\w+Log[0-9A-F]{8}\.Arn\}$/, 'its log'],
  [/^\{Exports(Plan|Shard|Finish)\w+\.Arn\}(:\*)?$/, 'the three steps of an export'],
  [/^\{ImportsSteps\w+\.Arn\}(:\*)?$/, '`import-steps`'],
  [/^\*$/, 'everything (these actions know no resource)'],
];

function nameOf(resource: string): string {
  const found = names.find(([spelled]) => spelled.test(resource));
  if (found === undefined) throw new Error(`docs/permissions.md has no name for ${resource}.`);
  const [spelled, name] = found;
  return resource.replace(new RegExp(`^.*?${spelled.source.replace(/^\^/, '')}`), name);
}

const keysOf = (leadingKeys: readonly string[]): string =>
  leadingKeys.length === 0 ? '' : `${leadingKeys.map((each) => `\`${each}\``).join(', ')} of `;

function rows(owner: string, statements: readonly Statement[]): string[] {
  return statements.map(({ actions, resources, leadingKeys = [] }) => {
    const services = [...new Set(actions.map((action) => action.split(':')[0]))];
    const spelled = services.map((service) => {
      const own = actions.filter((action) => action.startsWith(`${service}:`)).map((action) => action.split(':')[1]);
      return `${service}: ${own.toSorted().join(', ')}`;
    });
    return `| ${owner} | ${spelled.join('; ')} | ${keysOf(leadingKeys)}${[...new Set(resources.map(nameOf))].join(', ')} |`;
  });
}

/** The statements of a role that belongs to no function. */
function statementsOfRole(role: string): readonly Statement[] {
  return ofType('AWS::IAM::Policy')
    .filter(({ properties }) => (properties.Roles as unknown[]).some((each) => referred(each) === role))
    .flatMap(({ properties }) => statementsOf(properties.PolicyDocument));
}

const roleOfMachine = (construct: string): string =>
  referred(only('AWS::StepFunctions::StateMachine', construct).properties.RoleArn);
const functionRoles = functionNames.map((name) => referred(functionNamed(name).properties.Role));
/** Roles that belong to no function, in the order of the table. */
const others: readonly (readonly [owner: string, role: string])[] = [
  ['export state machine', roleOfMachine('Exports')],
  ['import state machine', roleOfMachine('Imports')],
  ['schedules of exports', only('AWS::IAM::Role', 'ExportsSchedulesRole').id],
  ['the clock of callbacks, each minute', only('AWS::IAM::Role', 'CallbacksScheduleRole').id],
];

test('docs/permissions.md lists what every role may do (vitest --update writes it anew)', async () => {
  const table = [
    ...functionNames.flatMap((name) => rows(`\`${name}\``, permissionsOf(name))),
    ...others.flatMap(([owner, role]) => rows(owner, statementsOfRole(role))),
  ];
  const all = ofType('AWS::IAM::Role').map(({ id }) => id);
  expect([...functionRoles, ...others.map(([, role]) => role)].toSorted()).toEqual(all.toSorted());
  const page = `# What each function may do

Each function has a role of its own, with the grants below and no others. The stack gives no managed policy (with \`copyVaultArn\`
that of AWS Backup to AWS Backup) and no wildcard action; the only wildcards of resources are the actions that know no resource, folders of one bucket, schedules of one
group and SMS numbers, which are all made at run time. The table is written by \`test/lib/permissions-table.test.ts\` from
the template, and the build fails when they differ. With \`signInDomain\`, \`admin\` may also call the eight admin calls of that user pool by which people
are invited, changed and removed (\`test/lib/constructs/operators/sign-in.test.ts\`), and nobody else any.

Besides, nobody but \`admin\` and \`authorizer\` may touch people who sign in in the table, nobody but they and \`gate\` API keys, of which
\`gate\` may only note the use (and of all else in the table it may write its decisions and its counts), nobody but \`admin\` may write settings of apps
or read the audit list, and nobody may change it; only functions with audited routes may add to it. Denials by the leading key of the item say so, whatever else a function may do (\`test/lib/constructs/table/foreign-partitions.test.ts\`).

\`npm run test:deployed\` takes each grant away once, from a stage in which the emulator enforces IAM, and demands that
something fails without it. What the emulator does not ask for is listed in [emulated-aws.md](emulated-aws.md#iam) and is
judged in the template. Nobody needs the \`:*\` beside each function of the state machines; CDK always adds it.

| role of | may | on |
|---|---|---|
${table.join('\n')}
`;
  await expect(page).toMatchFileSnapshot('../../docs/permissions.md');
});
