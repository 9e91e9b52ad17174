import { Duration } from 'aws-cdk-lib';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import { HouseFunction, type HouseFunctionProps } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';
import { ExportBucket } from './export-bucket.ts';
import { ExportSchedules } from './export-schedules.ts';
import { ExportStateMachine } from './export-state-machine.ts';

export interface ExportsProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
}

/** Lists of who may be messaged, in S3: asked for by API or by schedule, written by a state machine. */
export class Exports extends Construct {
  readonly bucket: ExportBucket;
  readonly stateMachine: IStateMachine;

  constructor(scope: Construct, id: string, { table, secrets, api, alarms, concurrency }: ExportsProps) {
    super(scope, id);
    this.bucket = new ExportBucket(this, 'Files');

    const step: HouseFunctionProps = {
      alarms,
      severity: 'ticket',
      timeout: Duration.minutes(15),
      impact: 'An export is late or fails: somebody works with the list of yesterday.',
      runbook:
        'Open the execution of the state machine for the cause; a step may be repeated by starting the export again.',
    };
    const wholeCpu = 1769;
    const plan = new HouseFunction(this, 'Plan', 'export-plan', { ...step, timeout: Duration.minutes(1) });
    const shard = new HouseFunction(this, 'Shard', 'export-shard', {
      ...step,
      memory: wholeCpu,
      reserved: concurrency.of('export-shard'),
    });
    const finish = new HouseFunction(this, 'Finish', 'export-finish', { ...step, memory: wholeCpu });
    table.grant(plan, 'GetItem', 'UpdateItem');
    table.grant(shard, 'GetItem', 'BatchGetItem', 'Query');
    secrets.grantIdentifierKey(shard, table);
    this.bucket.grantWriteParts(shard);
    table.grant(finish, 'GetItem', 'Query', 'UpdateItem');
    // That an export is there is told with its last write.
    table.grantEvents(finish, 'PutItem');
    this.bucket.grantAssemble(finish);

    this.stateMachine = new ExportStateMachine(this, 'Steps', { plan, shard, finish }).machine;
    alarms.add(this, 'ExportFailed', {
      metric: this.stateMachine.metricFailed({ period: alarmPeriod }),
      severity: 'ticket',
      impact: 'An export failed: somebody works with the list of yesterday.',
      runbook:
        'Open the failed execution for the cause. A paused schedule or an unknown purpose is a setting of the tenant; else mend it and start the export again by API.',
    });
    alarms.add(this, 'ExportTimedOut', {
      metric: this.stateMachine.metricTimedOut({ period: alarmPeriod }),
      severity: 'ticket',
      impact: 'An export took hours and was given up; it is still shown as running.',
      runbook: 'Open the execution: which step hangs? Start the export again by API once that is mended.',
    });

    const schedules = new ExportSchedules(this, 'Schedules', { stateMachine: this.stateMachine, alarms });
    const exports = new HouseFunction(this, 'Api', 'exports', {
      alarms,
      severity: 'ticket',
      impact: 'Exports and their schedules cannot be made, listed or downloaded; schedules that exist keep running.',
      runbook: 'Read the log of the function.',
    });
    table.grant(exports, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    this.bucket.grantReadAudiences(exports);
    this.stateMachine.grantStartExecution(exports);
    exports.addEnvironment(environment.exportStateMachineArn, this.stateMachine.stateMachineArn);
    schedules.grantManage(exports);
    api.serve(exports);
  }
}
