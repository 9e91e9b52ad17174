import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import type { DataTable } from './data-table.ts';

export interface OutsideCopySettings {
  /** The vault that copies go to: in another account, or another region at least. */
  readonly vaultArn: string;
  /** How long each copy is kept, and cannot be deleted before. */
  readonly days: number;
}

export interface OutsideCopyProps extends OutsideCopySettings {
  readonly table: DataTable;
  readonly alarms: Alarms;
}

/**
 * A copy of the table every night, in a vault that whoever takes over this account cannot empty (decision 0041). What AWS Backup makes
 * first lies in a vault of this account, locked as long as the copy is kept.
 */
export class OutsideCopy extends Construct {
  constructor(scope: Construct, id: string, { vaultArn, days, table, alarms }: OutsideCopyProps) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      lockConfiguration: { minRetention: Duration.days(days) },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const deleteAfter = Duration.days(days);
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
        deleteAfter,
        copyActions: [
          { destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Outside', vaultArn), deleteAfter },
        ],
      }),
    );
    const selection = plan.addSelection('Table', { resources: [BackupResource.fromArn(table.table.tableArn)] });
    Validations.of(selection).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
      reason:
        'AWS Backup keeps what it needs to back up a table in this policy of its own; only the service takes the role.',
    });
    for (const [what, metricName] of [
      ['BackupFailed', 'NumberOfBackupJobsFailed'],
      ['CopyFailed', 'NumberOfCopyJobsFailed'],
    ] as const) {
      alarms.add(this, what, {
        metric: new Metric({
          namespace: 'AWS/Backup',
          metricName,
          dimensionsMap: { BackupVaultName: vault.backupVaultName },
          statistic: 'Sum',
          period: alarmPeriod,
        }),
        severity: 'ticket',
        impact:
          'There is no new copy of the table outside the account. After a loss, what was said since the last one is gone.',
        runbook:
          'Read the failed job in AWS Backup: the policy and key of the vault outside, and the settings of the organization.',
      });
    }
  }
}
