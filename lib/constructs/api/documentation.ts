import { Construct } from 'constructs';
import type { Alarms } from '../alarms/alarms.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { LedgerApi } from './ledger-api.ts';

export interface DocumentationProps {
  readonly api: LedgerApi;
  readonly alarms: Alarms;
}

/** The document of the API and its readable pages. They are for everybody and touch nothing. */
export class Documentation extends Construct {
  constructor(scope: Construct, id: string, { api, alarms }: DocumentationProps) {
    super(scope, id);
    const docs = new HouseFunction(this, 'Docs', 'docs', {
      alarms,
      severity: 'ticket',
      impact: 'The document of the API, its page and the pages that problems lead to do not open. All calls work.',
      runbook: 'Read the log of the function; it uses nothing, so look at the last deployment first.',
    });
    api.serve(docs, { rateLimit: 500, burstLimit: 1000 });
  }
}
