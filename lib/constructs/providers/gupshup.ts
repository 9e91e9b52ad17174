import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import type { Alarms } from '../alarms/alarms.ts';
import type { LedgerApi, ProxySettings } from '../api/ledger-api.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';

export interface GupshupProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Units a second of an API key that has no rate of its own. */
  readonly keyRate: number;
  readonly proxy: ProxySettings | undefined;
}

/** Gupshup's own paths for programs that were made for it, and the addresses at which Gupshup tells what people write (docs/gupshup.md). */
export class Gupshup extends Construct {
  constructor(scope: Construct, id: string, props: GupshupProps) {
    super(scope, id);
    const { table, secrets, api, alarms, concurrency, keyRate, proxy } = props;
    const gupshup = new HouseFunction(this, 'Programs', 'gupshup', {
      alarms,
      reserved: concurrency.of('gupshup'),
      severity: 'page',
      memory: 1024,
      impact: 'STOPs on WhatsApp through Gupshup are not recorded, nor what programs made for Gupshup report.',
      runbook:
        'Read the log of the function. Gupshup tries again for a short while only; programs repeat what was answered 503.',
    });
    table.grantRecord(gupshup);
    table.grant(gupshup, 'BatchGetItem', 'UpdateItem');
    table.grantKeyCheckBesideRecording(gupshup);
    secrets.grantIdentifierKey(gupshup, table);
    secrets.grantAppSecrets(gupshup);
    if (proxy !== undefined) secrets.grantProxy(gupshup, proxy.addressHeader);
    gupshup.addEnvironment(environment.keyRate, String(keyRate));
    api.serve(gupshup);
  }
}
