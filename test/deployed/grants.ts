import type { FunctionName } from '../../lambdas/contract/routes.ts';
import { coolDown } from './aws-call.ts';
import type { Probe } from './probe.ts';
import { openProbes } from './probes.ts';
import { type Grant, grantsOf, putStatements, type RolePolicy, rolePolicies, without } from './role-policy.ts';
import type { Stage } from './stage.ts';

/** What became of a role without one of its grants. */
export interface Trial extends Grant {
  readonly owner: string;
  /** `needed`: something failed without it. `unused`: nothing did. Otherwise why it could not be tried. */
  readonly outcome: 'needed' | 'unused' | { readonly untried: string };
}

/** Grants that the emulator does not ask for (docs/emulated-aws.md); they are judged in the template. */
const untried: readonly (readonly [actionOrGrant: RegExp, owner: RegExp, why: string])[] = [
  [/^logs:/, /./, 'The emulator writes logs itself.'],
  [/^xray:/, /./, 'The emulator takes no traces.'],
  [/^sms-voice:/, /./, 'The emulator has no such service; text messages go to a recorder.'],
  [/^dynamodb:.*(Stream|Records|Shard)/, /./, 'The emulator reads streams itself.'],
  [
    /^dynamodb:Query on .*\/index\//,
    /^(?!users$|callbacks$|export-shard$|gupshup$)/,
    'Only a table from before the check value needs it.',
  ],
  [/^sqs:(Receive|Delete|GetQueue)/, /./, 'The emulator empties queues itself.'],
  [/^sqs:SendMessage$/, /^(sms-inbound|aws-whatsapp|schedules)$/, 'The emulator fills dead-letter queues itself.'],
  [/^dynamodb:UpdateItem$/, /^(eligibility|users|points)$/, 'Only a key that asks a lot is counted in the table.'],
  [
    /^dynamodb:(?:DeleteItem|ConditionCheckItem)$/,
    /^import-steps$/,
    'Only who loses a row, or is known by several ledgers, is written to with it.',
  ],
  [
    /^dynamodb:DeleteItem$/,
    /^send-replies$/,
    'Only who is opted in and has stopped SMS at the provider loses a row by it.',
  ],
  [
    /^secretsmanager:GetSecretValue on .*\/apps\/\*$/,
    /./,
    'An app without a secret of its own goes by that of the stage.',
  ],
  [/^iam:PassRole$/, /./, 'The emulator hands roles to the Scheduler unasked.'],
  [/^s3:AbortMultipartUpload$/, /./, 'Only an upload that breaks needs it.'],
  [/^lambda:/, /^state machine$/, 'The emulator calls the functions of a state machine itself.'],
  [/./, /^schedules$/, 'The emulator starts executions of schedules itself.'],
];

/** Roles that are tried in turn, because the probe of one goes through the others. */
const inTurn = [
  ['export-plan', 'export-shard', 'export-finish'],
  ['imports', 'import-steps'],
  ['whatsapp-webhook', 'send-replies', 'pages'],
  ['admin', 'gate', 'gupshup'],
  ['consent', 'telephone', 'connect-flow'],
];

/** So many roles are tried at once: more cold starts than that, and a small machine answers some of them too late. */
const sideBySide = 6;

/**
 * Takes every grant of every role away, one at a time, and sees whether something fails without it. The authorizer goes
 * first, alone: the others are called through it. The other roles then go side by side, each grant from a cold start.
 * Rejects with all roles that could not be tried.
 *
 * @param only these roles; all without it
 */
export async function tryGrants(stage: Stage, only?: readonly string[]): Promise<readonly Trial[]> {
  const probes = await openProbes(stage);
  const policies = (await rolePolicies(stage)).filter(({ owner }) => only === undefined || only.includes(owner));
  const named = (names: readonly string[]) => policies.filter(({ owner }) => names.includes(owner));
  const alone = policies.filter(({ owner }) => owner !== 'authorizer' && !inTurn.flat().includes(owner));
  const trials: Trial[] = [];
  const faults: string[] = [];
  const tryOne = async (policy: RolePolicy): Promise<void> => {
    await tryRole(stage, policy, probes.get(policy.owner)).then(
      (own) => trials.push(...own),
      (error: unknown) => faults.push(error instanceof Error ? error.message : String(error)),
    );
  };
  for (const policy of named(['authorizer'])) await tryOne(policy);
  const chains = [...inTurn.map(named), ...alone.map((each) => [each])];
  const worker = async (): Promise<void> => {
    for (let chain = chains.shift(); chain !== undefined; chain = chains.shift()) {
      for (const policy of chain) await tryOne(policy);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  if (faults.length > 0) throw new Error(`${grantsTable(trials)}\n${faults.join('\n')}`);
  return trials;
}

async function tryRole(stage: Stage, policy: RolePolicy, probe: Probe | undefined): Promise<readonly Trial[]> {
  const { owner } = policy;
  const functionName =
    owner === 'state machine' || owner === 'schedules' ? undefined : await stage.functionName(owner as FunctionName);
  let round = 0;
  const fault = async (): Promise<string | undefined> => {
    round += 1;
    if (functionName !== undefined) await coolDown(functionName);
    return probe?.(String(round)).then(
      () => undefined,
      (error: unknown) => String(error),
    );
  };
  const sound = async (): Promise<void> => {
    // Some times more, for a busy machine: the emulator gives up a function, or a secret, that is slow to come.
    let found = await fault();
    for (let more = 0; found !== undefined && more < 4; more += 1) found = await fault();
    if (found !== undefined) throw new Error(`The probe of ${owner} fails with all its grants: ${found}`);
  };
  await sound();
  const trials: Trial[] = [];
  for (const grant of grantsOf(policy.statements)) {
    const [, , why] =
      untried.find(
        ([what, who]) =>
          (what.test(grant.action) || what.test(`${grant.action} on ${grant.resource}`)) && who.test(owner),
      ) ?? [];
    if (why !== undefined) {
      trials.push({ owner, ...grant, outcome: { untried: why } });
      continue;
    }
    await putStatements(policy, without(policy.statements, grant));
    const outcome = (await fault()) === undefined ? 'unused' : 'needed';
    await putStatements(policy, policy.statements);
    trials.push({ owner, ...grant, outcome });
  }
  await sound();
  return trials;
}

/** The trials, a line for each role: what it cannot be without, and at the end what was not tried and why. */
export function grantsTable(trials: readonly Trial[]): string {
  const owners = [...new Set(trials.map(({ owner }) => owner))].toSorted();
  const needed = owners.map((owner) => {
    const own = trials.filter((each) => each.owner === owner && each.outcome === 'needed');
    const spelled = own.map(({ action, resource }) => {
      const which = /(index|secret|parts|audiences)\W.*$/.exec(resource)?.[0].replace(/^.*\/(?=[a-z-]+-\?)/, '');
      return which === undefined ? action : `${action} (${which})`;
    });
    return `  ${owner.padEnd(16)} fails without: ${spelled.join(', ') || 'nothing that was tried'}`;
  });
  const reasons = new Map<string, number>();
  for (const { outcome } of trials) {
    if (typeof outcome === 'object') reasons.set(outcome.untried, (reasons.get(outcome.untried) ?? 0) + 1);
  }
  return [...needed, ...[...reasons].map(([why, count]) => `  ${count} not tried: ${why}`)].join('\n');
}
