import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import type { Alarms } from '../alarms/alarms.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import { HouseFunction } from '../functions/house-function.ts';

export interface ConsoleProps {
  readonly api: LedgerApi;
  readonly alarms: Alarms;
}

/** The console: files of one function, on the API's own origin. They hold no data and the function may touch none (decision 0048). */
export class Console extends Construct {
  readonly files: HouseFunction;

  constructor(scope: Construct, id: string, { api, alarms }: ConsoleProps) {
    super(scope, id);
    this.files = new HouseFunction(this, 'Files', 'console', {
      alarms,
      severity: 'ticket',
      impact: 'The console does not open. The API, the webhook and the public pages work.',
      runbook: 'Read the log of the function; it uses nothing, so look at the last deployment first.',
      moreFiles: (folder) => `"${process.execPath}" dev/commands/build-console.ts "${folder}/console"`,
    });
    this.files.addEnvironment(environment.consoleFiles, './console/');
    api.serve(this.files);
  }
}
