import { Construct } from 'constructs';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';
import type { LedgerApi } from './ledger-api.ts';

export interface ConsentApiProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
}

/** What callers do about people: record what they said, ask whether they may be messaged, look at them. Only the first may write; it also hears again what was kept aside. */
export class ConsentApi extends Construct {
  constructor(scope: Construct, id: string, { table, secrets, api, alarms }: ConsentApiProps) {
    super(scope, id);

    const consent = new HouseFunction(this, 'Consent', 'consent', {
      alarms,
      severity: 'page',
      impact: 'Opt-ins and opt-outs that callers report are not recorded; people who said no may be messaged.',
      runbook: 'Read the log of the function and tell callers to repeat: a repeated statement is recorded once.',
    });
    table.grantRecord(consent);
    // Hearing again what was kept aside: what only a payload of a provider does, as for its webhook; and counting calls.
    table.grant(consent, 'BatchGetItem', 'UpdateItem');

    const eligibility = new HouseFunction(this, 'Eligibility', 'eligibility', {
      alarms,
      severity: 'page',
      impact: 'Nobody can ask whether a person may be messaged; senders that obey stand still, others send blindly.',
      runbook: 'Read the log of the function; look at throttling of the table.',
    });
    table.grant(eligibility, 'GetItem', 'BatchGetItem', 'Query');
    alarms.add(this, 'ChecksSlow', {
      metric: eligibility.metricDuration({ period: alarmPeriod, statistic: 'p99' }),
      threshold: 1000,
      // One new environment alone may take that long.
      inARow: 3,
      severity: 'ticket',
      impact: 'Senders wait a second and longer for a check, and may be tempted to send without one.',
      runbook: 'Look at the log of the function and at throttling of the table; starts of new environments count.',
    });

    const users = new HouseFunction(this, 'Users', 'users', {
      alarms,
      severity: 'ticket',
      impact:
        'Users, their statements and recent withdrawals cannot be listed; callers that queue messages miss withdrawals.',
      runbook: 'Read the log of the function; look at throttling of the table and of its index.',
    });
    table.grant(users, 'GetItem', 'BatchGetItem', 'Query');

    for (const fn of [consent, eligibility, users]) {
      secrets.grantIdentifierKey(fn, table);
      if (fn !== consent) table.grantRate(fn);
      api.serve(fn);
    }
  }
}
