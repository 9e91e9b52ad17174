import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import type { ExportBucket } from '../exports/export-bucket.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';
import { ImportStateMachine } from './import-state-machine.ts';

export interface ImportsProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Files lie in the bucket of the exports, in a folder of their own. */
  readonly bucket: ExportBucket;
}

/** Files of what people said elsewhere: tried, applied and undone by a state machine, one function for all of its steps. */
export class Imports extends Construct {
  constructor(scope: Construct, id: string, { table, secrets, api, alarms, concurrency, bucket }: ImportsProps) {
    super(scope, id);
    const steps = new HouseFunction(this, 'Steps', 'import-steps', {
      alarms,
      severity: 'ticket',
      timeout: Duration.minutes(15),
      // A whole CPU: reading numbers is what takes the time.
      memory: 1769,
      reserved: concurrency.of('import-steps'),
      impact: 'An import stands still or fails: noes of a file may not be recorded yet.',
      runbook:
        'Open the execution of the state machine for the cause; the same call (dry-run, apply or undo) continues where it stopped.',
    });
    table.grant(steps, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem');
    secrets.grantIdentifierKey(steps, table);
    bucket.grantReadImports(steps);

    const { machine } = new ImportStateMachine(this, 'Machine', { steps });
    alarms.add(this, 'ImportFailed', {
      // What takes too long or is stopped says nothing to the import, which is still shown as on its way.
      metric: new MathExpression({
        expression: 'FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)',
        usingMetrics: {
          failed: machine.metricFailed({ period: alarmPeriod }),
          timedOut: machine.metricTimedOut({ period: alarmPeriod }),
          aborted: machine.metricAborted({ period: alarmPeriod }),
        },
        label: 'ImportFailed',
        period: alarmPeriod,
      }),
      severity: 'ticket',
      impact: 'An import stopped in the middle: what it holds is recorded in part.',
      runbook:
        'Open the execution that failed, took too long or was stopped for the cause, mend it, and call apply (or dry-run, or undo) of the import again: it continues where it stopped.',
    });

    const imports = new HouseFunction(this, 'Api', 'imports', {
      alarms,
      severity: 'ticket',
      impact: 'Imports cannot be begun, tried, applied or undone; those that run go on.',
      runbook: 'Read the log of the function.',
    });
    table.grant(imports, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    bucket.grantTakeImports(imports);
    machine.grantStartExecution(imports);
    imports.addEnvironment(environment.importStateMachineArn, machine.stateMachineArn);
    api.serve(imports);
  }
}
