import { describe, expect, test } from 'vitest';
import { spell, synthesise } from '../../synthesised-stack.ts';

const copyVaultArn = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:optledger';
const copied = synthesise({ stage: 'prod', copyVaultArn });
const ruleOf = (stack: typeof copied) => {
  const { BackupPlan } = stack.only('AWS::Backup::BackupPlan').properties as {
    BackupPlan: { BackupPlanRule: readonly Record<string, unknown>[] };
  };
  return BackupPlan.BackupPlanRule;
};

describe('a copy of the table outside the account', () => {
  test('is made where a vault is named, and nowhere else', () => {
    const types = (stack: typeof copied) =>
      ['Plan', 'Vault', 'Selection'].map((each) => stack.ofType(`AWS::Backup::Backup${each}`).length);
    expect(types(synthesise())).toEqual([0, 0, 0]);
    expect(types(copied)).toEqual([1, 1, 1]);
  });

  test('goes there every night and is kept as long as recovery to a second reaches back', () => {
    expect(ruleOf(copied)).toEqual([
      expect.objectContaining({
        ScheduleExpression: 'cron(0 3 * * ? *)',
        Lifecycle: { DeleteAfterDays: 35 },
        CopyActions: [{ DestinationBackupVaultArn: copyVaultArn, Lifecycle: { DeleteAfterDays: 35 } }],
      }),
    ]);
  });

  test('cannot be deleted before, neither here nor by taking the stack away', () => {
    const longer = synthesise({ copyVaultArn, copyDays: '365' });
    expect(longer.only('AWS::Backup::BackupVault').properties.LockConfiguration).toEqual({ MinRetentionDays: 365 });
    expect(ruleOf(longer)[0]?.Lifecycle).toEqual({ DeleteAfterDays: 365 });
    copied.template.hasResource('AWS::Backup::BackupVault', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('is of the table and of nothing else, also of one that was taken over', () => {
    const tableArn = 'arn:aws:dynamodb:eu-west-1:111122223333:table/restored';
    const adopted = synthesise({
      copyVaultArn,
      tableArn,
      tableStreamArn: `${tableArn}/stream/2026-11-20T10:00:00.000`,
    });
    const resources = (stack: typeof copied) => {
      const { BackupSelection } = stack.only('AWS::Backup::BackupSelection').properties as {
        BackupSelection: { Resources: unknown[] };
      };
      return BackupSelection.Resources.map(spell);
    };
    expect(resources(copied)).toEqual([`{${copied.only('AWS::DynamoDB::GlobalTable').id}.Arn}`]);
    expect(resources(adopted)).toEqual([tableArn]);
  });

  test('somebody hears of a night without one', () => {
    const alarms = copied
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties.Namespace === 'AWS/Backup');
    expect(alarms.map(({ properties }) => properties.MetricName).sort()).toEqual([
      'NumberOfBackupJobsFailed',
      'NumberOfCopyJobsFailed',
    ]);
  });
});
