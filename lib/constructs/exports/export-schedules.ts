import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import type { Alarms } from '../alarms/alarms.ts';
import { acknowledgeWildcard, inFinding } from '../functions/acknowledge-wildcard.ts';
import { DeadLetterQueue } from '../functions/dead-letter-queue.ts';
import type { HouseFunction } from '../functions/house-function.ts';

export interface ExportSchedulesProps {
  readonly stateMachine: IStateMachine;
  readonly alarms: Alarms;
}

/** Where the schedules lie that callers make by API: the group, the role under which they start exports, and what they could not start. */
export class ExportSchedules extends Construct {
  private readonly group: CfnScheduleGroup;
  private readonly role: Role;
  private readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { stateMachine, alarms }: ExportSchedulesProps) {
    super(scope, id);
    this.group = new CfnScheduleGroup(this, 'Group');
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      severity: 'ticket',
      impact: 'A scheduled export did not start: somebody works with the list of yesterday.',
      runbook: 'Read the error code in the attributes of the message, mend it, and start the export by API.',
    });
    // The group in the condition keeps schedules of others from using this role.
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.group.attrArn } },
      }),
    });
    stateMachine.grantStartExecution(this.role);
    this.deadLetters.grantFill(this.role);
  }

  /** Making, changing and deleting schedules in the group, and nothing outside it. */
  grantManage(fn: HouseFunction): void {
    fn.addEnvironment(environment.scheduleGroup, this.group.ref);
    fn.addEnvironment(environment.scheduleRoleArn, this.role.roleArn);
    fn.addEnvironment(environment.scheduleDeadLetterArn, this.deadLetters.queueArn);
    const schedules = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.group.ref}/*`,
    });
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
        resources: [schedules],
      }),
    );
    acknowledgeWildcard(
      fn.role,
      `arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${inFinding(this.group)}/*`,
      'One group that only this stage uses: schedules are made at run time.',
    );
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
  }
}
