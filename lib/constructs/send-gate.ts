import { Construct } from 'constructs';
import { environment } from '../../lambdas/contract/environment.ts';
import { metrics } from '../../lambdas/contract/metrics.ts';
import type { Alarms } from './alarms/alarms.ts';
import { ledgerMetric } from './alarms/ledger-metric.ts';
import type { LedgerApi, ProxySettings } from './api/ledger-api.ts';
import type { Concurrency } from './functions/concurrency.ts';
import { HouseFunction } from './functions/house-function.ts';
import type { StageSecrets } from './secrets/stage-secrets.ts';
import type { DataTable } from './table/data-table.ts';

export interface SendGateProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Base URL of Meta's Graph API with its version. */
  readonly graphUrl: string;
  /** Units a second of an API key that has no rate of its own. */
  readonly keyRate: number;
  readonly proxy: ProxySettings | undefined;
}

/** The send gate: Meta's send path, which lets a message through only to whom it may go (docs/gate.md). */
export class SendGate extends Construct {
  constructor(scope: Construct, id: string, props: SendGateProps) {
    super(scope, id);
    const { table, secrets, api, alarms, concurrency, graphUrl, keyRate, proxy } = props;

    const gate = new HouseFunction(this, 'Gate', 'gate', {
      alarms,
      reserved: concurrency.of('gate'),
      severity: 'page',
      impact: 'Whoever sends by the gate cannot send: nothing is let through, and nobody gets a message by mistake.',
      runbook: 'Read the log of the function; look at throttling of the table, at the access token and at Meta.',
    });
    table.grant(gate, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    table.grantKeyCheck(gate);
    secrets.grantIdentifierKey(gate, table);
    secrets.grantWhatsappAccess(gate);
    secrets.grantAppSecrets(gate);
    if (proxy !== undefined) secrets.grantProxy(gate, proxy.addressHeader);
    gate.addEnvironment(environment.graphUrl, graphUrl);
    gate.addEnvironment(environment.keyRate, String(keyRate));
    api.serve(gate);

    alarms.add(this, 'GateFailedClosed', {
      metric: ledgerMetric(this, metrics.gateFailedClosed),
      severity: 'page',
      threshold: 5,
      impact:
        'Messages were not sent, because nobody could say whether they may be: the gate lets nothing through then.',
      runbook: 'Look at throttling of the table and at the log of gate; callers may send the same call again.',
    });
    alarms.add(this, 'GateOutcomeUnknown', {
      metric: ledgerMetric(this, metrics.gateOutcomeUnknown),
      severity: 'ticket',
      threshold: 5,
      impact: 'Meta did not answer: nobody knows whether these messages go out, and who repeats them may send twice.',
      runbook:
        "Look at Meta's status page. The statuses of the webhook tell which went out, by the id of the decision.",
    });
    alarms.add(this, 'GateDenied', {
      metric: ledgerMetric(this, metrics.gateDenied),
      severity: 'ticket',
      threshold: 1000,
      impact: 'A sender tries to write to many people who said no or never agreed. None of them got it.',
      runbook:
        'Look at the decisions of the app by day: which key, which template; the list that it sends to is wrong.',
    });
  }
}
