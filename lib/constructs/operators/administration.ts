import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import type { Alarms } from '../alarms/alarms.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { DataTable } from '../table/data-table.ts';

export interface AdministrationProps {
  readonly table: DataTable;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  /** Units a second of an API key that has no rate of its own. */
  readonly keyRate: number;
  /** Base URL under which providers reach us, without a slash at the end. */
  readonly publicUrl: string;
  /** The providers that messages may go out by on WhatsApp. */
  readonly whatsappProviders: readonly string[];
}

/** Apps with their settings, API keys, people who sign in, and the audit list. */
export class Administration extends Construct {
  readonly admin: HouseFunction;

  constructor(scope: Construct, id: string, props: AdministrationProps) {
    super(scope, id);
    const { table, api, alarms, keyRate, publicUrl, whatsappProviders } = props;
    const admin = new HouseFunction(this, 'Admin', 'admin', {
      alarms,
      severity: 'ticket',
      impact:
        'Apps cannot be set up or changed; API keys cannot be made, rotated or revoked, nor people invited or removed.',
      runbook: 'Read the log of the function. A leaked key that cannot be revoked: delete its item in the table.',
    });
    table.grant(admin, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    admin.addEnvironment(environment.keyRate, String(keyRate));
    admin.addEnvironment(environment.publicUrl, publicUrl);
    admin.addEnvironment(environment.whatsappProviders, whatsappProviders.join(','));
    api.serve(admin);
    this.admin = admin;
  }
}
