import { Aws, Duration } from 'aws-cdk-lib';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import type { Alarms } from '../alarms/alarms.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';

export interface TelephoneProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  /** Base URL that providers were given, without a slash at the end. */
  readonly publicUrl: string;
  /** The instance whose flows may ask. @default - nothing of Amazon Connect is made */
  readonly connectInstanceArn: string | undefined;
}

/** A flow of Amazon Connect waits for an answer so long at most. */
const patienceOfConnect = Duration.seconds(8);

/** What comes by telephone: missed calls and menus of Twilio, Exotel and others over HTTP, and of Amazon Connect by its own call. */
export class Telephone extends Construct {
  constructor(scope: Construct, id: string, props: TelephoneProps) {
    super(scope, id);
    const { table, secrets, api, alarms, publicUrl, connectInstanceArn } = props;
    const telephone = new HouseFunction(this, 'Calls', 'telephone', {
      alarms,
      severity: 'page',
      impact: 'Keys pressed on the telephone are not recorded, a no among them; callers are not asked on WhatsApp.',
      runbook:
        'Read the log of the function. Providers tell a call again twice at most: whoever called then calls again.',
    });
    table.grantRecord(telephone);
    secrets.grantIdentifierKey(telephone, table);
    secrets.grantTwilio(telephone);
    secrets.grantAppSecrets(telephone);
    telephone.addEnvironment(environment.publicUrl, publicUrl);
    api.serve(telephone);

    const connect = new HouseFunction(this, 'Connect', 'connect-flow', {
      alarms,
      severity: 'page',
      timeout: patienceOfConnect,
      impact: 'Flows of Amazon Connect take their error branch: keys pressed there are not recorded, a no among them.',
      runbook: 'Read the log of the function. A flow does not ask again: whoever called then calls again.',
    });
    table.grantRecord(connect);
    secrets.grantIdentifierKey(connect, table);
    // Any instance of this account, until one is named. Nobody else's: a flow says who called and what they pressed.
    connect.addPermission('FlowsMayAsk', {
      principal: new ServicePrincipal('connect.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
      ...(connectInstanceArn !== undefined && { sourceArn: connectInstanceArn }),
    });
    if (connectInstanceArn !== undefined) {
      new CfnIntegrationAssociation(this, 'Association', {
        instanceId: connectInstanceArn,
        integrationType: 'LAMBDA_FUNCTION',
        integrationArn: connect.functionArn,
      });
    }
  }
}
