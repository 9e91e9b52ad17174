import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { auditStore } from '../../lambdas/adapters/dynamodb/admin/audit-store.ts';
import { operatorStore } from '../../lambdas/adapters/dynamodb/admin/operator-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { accountPool } from '../../lambdas/adapters/sign-in/account-pool.ts';
import { outputs, userPoolOutput } from '../../lambdas/contract/deployment.ts';
import type { AuditLog } from '../../lambdas/use-cases/admin/audit-ports.ts';
import type { AccountPool, OperatorStore } from '../../lambdas/use-cases/operators/ports.ts';
import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

interface OwnerDeps {
  readonly operators: OperatorStore;
  readonly pool: AccountPool;
  readonly audit: AuditLog;
}

/** Appoints an owner of a deployed stage. Answers the exit code. Throws UsageError. */
export async function ownerCommand(args: readonly string[], now: () => number = Date.now): Promise<number> {
  const { values } = readArguments(args, { stage: { type: 'string' }, email: { type: 'string' } });
  const { stage, email } = values;
  if (stage === undefined) throw new UsageError('Say which stage: --stage prod.');
  if (email === undefined) throw new UsageError('Say who: --email ana@example.com.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new UsageError(`"${email}" is no e-mail address.`);
  const found = await outputsOf(`OptLedger-${stage}`);
  const [tableName, poolId] = [found.get(outputs.tableName), found.get(userPoolOutput)];
  if (tableName === undefined || poolId === undefined) {
    throw new Error(`The stage ${stage} has no user pool. Deploy it with -c signInDomain=… first (docs/people.md).`);
  }
  const table = documentTable(tableName);
  const deps = { operators: operatorStore(table, poolId), pool: accountPool(poolId), audit: auditStore(table, now) };
  return appointOwner(deps, email.toLowerCase(), now());
}

/** The act of the command: 0 = an owner, 1 = somebody of another role has this address. */
export async function appointOwner({ operators, pool, audit }: OwnerDeps, email: string, now: number): Promise<number> {
  const { username } = await pool.invite(email);
  const personId = operators.personIdOf(username);
  const before = await operators.find(personId);
  const isLive = before !== undefined && before.removedAt === undefined;
  if (isLive && before.role !== 'owner') {
    console.error(`${email} is here as ${before.role}. An owner changes that.`);
    return 1;
  }
  if (!isLive) {
    const version = (before?.version ?? 0) + 1;
    const owner = { personId, username, email, role: 'owner', apps: '*', invitedAt: now, version } as const;
    const note = { by: 'command', operation: 'invitePerson', target: personId, requestId: 'command' };
    const kept = await audit.open(note);
    if ((await operators.save(before, owner, undefined)) !== 'saved') throw new Error('Somebody else does the same.');
    await kept.close({ status: 201 });
  }
  await pool.setRole(username, 'owner');
  console.log(`${email} is an owner (${personId}). The user pool has written to this address.`);
  return 0;
}

async function outputsOf(StackName: string): Promise<ReadonlyMap<string, string>> {
  const { Stacks = [] } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName }));
  return new Map((Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
}
