import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { outputs } from '../../../lambdas/contract/deployment.ts';
import { table as schema } from '../../../lambdas/contract/table.ts';
import { area, type Finding } from '../finding.ts';
import type { Stage } from '../stage.ts';

export interface TableFacts {
  readonly table: string;
  readonly status: string;
  readonly isProtected: boolean;
  /** What the stream shows of a change; undefined = there is no stream. */
  readonly streamView: string | undefined;
  /** Indexes that are there and can be asked. */
  readonly activeIndexes: readonly string[];
}

export const tableArea = area('table', readTable, judgeTable);

async function readTable({ stack, clients }: Stage): Promise<TableFacts> {
  const table = stack.output(outputs.tableName) ?? '';
  const { Table } = await clients.dynamodb.send(new DescribeTableCommand({ TableName: table }));
  return {
    table,
    status: Table?.TableStatus ?? '',
    isProtected: Table?.DeletionProtectionEnabled ?? false,
    streamView: Table?.StreamSpecification?.StreamEnabled ? Table.StreamSpecification.StreamViewType : undefined,
    activeIndexes: (Table?.GlobalSecondaryIndexes ?? [])
      .filter(({ IndexStatus }) => IndexStatus === undefined || IndexStatus === 'ACTIVE' || IndexStatus === 'UPDATING')
      .map(({ IndexName = '' }) => IndexName),
  };
}

/** Whether the table can be written to, cannot be deleted by mistake, and tells of its changes. */
export function judgeTable({ table, status, isProtected, streamView, activeIndexes }: TableFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (status !== 'ACTIVE' && status !== 'UPDATING') {
    findings.push({
      severity: 'broken',
      what: `The table ${table} is ${status || 'in no known state'}.`,
      hurt: 'Everybody: no STOP can be stored and nobody can be asked.',
      todo: `aws dynamodb describe-table --table-name ${table}; docs/runbook.md says how to restore it.`,
    });
  }
  if (!isProtected) {
    findings.push({
      severity: 'should',
      what: 'The table can be deleted by one command.',
      hurt: 'Everybody who ever said no: all of it is in this table.',
      todo: `aws dynamodb update-table --table-name ${table} --deletion-protection-enabled`,
    });
  }
  if (streamView !== 'NEW_AND_OLD_IMAGES') {
    findings.push({
      severity: 'broken',
      what: streamView === undefined ? 'The table has no stream.' : `The table's stream shows ${streamView} only.`,
      hurt: 'People get no confirmation of their STOP, and nothing is counted. What they say is recorded.',
      todo: `aws dynamodb update-table --table-name ${table} --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES; a table that was taken over is then deployed with its new tableStreamArn`,
    });
  }
  if (!activeIndexes.includes(schema.usersIndex.name)) {
    findings.push({
      severity: 'broken',
      what: `The index ${schema.usersIndex.name} is missing or still being made.`,
      hurt: 'Lists of users and exports fail.',
      todo: `aws dynamodb describe-table --table-name ${table} --query Table.GlobalSecondaryIndexes; wait for ACTIVE`,
    });
  }
  return findings;
}

export interface RecoveryFacts {
  readonly table: string;
  readonly isOn: boolean;
}

export const recoveryArea = area('recovery', readRecovery, judgeRecovery);

async function readRecovery({ stack, clients }: Stage): Promise<RecoveryFacts> {
  const table = stack.output(outputs.tableName) ?? '';
  const found = await clients.dynamodb.send(new DescribeContinuousBackupsCommand({ TableName: table }));
  const { PointInTimeRecoveryDescription: recovery } = found.ContinuousBackupsDescription ?? {};
  return { table, isOn: recovery?.PointInTimeRecoveryStatus === 'ENABLED' };
}

/** Whether there is a way back after a loss. */
export function judgeRecovery({ table, isOn }: RecoveryFacts): readonly Finding[] {
  if (isOn) return [];
  return [
    {
      severity: 'broken',
      what: 'Point-in-time recovery of the table is off.',
      hurt: 'Everybody who ever said no, after a loss: there is no way back.',
      todo: `aws dynamodb update-continuous-backups --table-name ${table} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true`,
    },
  ];
}

export interface ExpiryFacts {
  readonly table: string;
  readonly isOn: boolean;
  readonly attribute: string | undefined;
}

export const expiryArea = area('time to live', readExpiry, judgeExpiry);

async function readExpiry({ stack, clients }: Stage): Promise<ExpiryFacts> {
  const table = stack.output(outputs.tableName) ?? '';
  const found = await clients.dynamodb.send(new DescribeTimeToLiveCommand({ TableName: table }));
  const { TimeToLiveStatus: status, AttributeName: attribute } = found.TimeToLiveDescription ?? {};
  return { table, isOn: status === 'ENABLED' || status === 'ENABLING', attribute };
}

/** Whether what is only kept for a while is tidied up. */
export function judgeExpiry({ table, isOn, attribute }: ExpiryFacts): readonly Finding[] {
  if (isOn && attribute === schema.ttl) return [];
  return [
    {
      severity: 'should',
      what: isOn
        ? `Time to live looks at ${attribute} in place of ${schema.ttl}.`
        : 'Time to live of the table is off.',
      hurt: 'Nobody at once: what was kept aside and counted lies on after its time, and is paid for.',
      todo: `aws dynamodb update-time-to-live --table-name ${table} --time-to-live-specification Enabled=true,AttributeName=${schema.ttl}`,
    },
  ];
}
