/** The stack with one deliberate break (`-c break=permission|table|queue`), to see that the suite finds it and names it. */
import { App, type CfnResource, Stack } from 'aws-cdk-lib';
import type { CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import { environment } from '../../lambdas/contract/environment.ts';
import { DataTable } from '../../lib/constructs/table/data-table.ts';
import { OptLedgerStack } from '../../lib/optledger-stack.ts';
import { stageSettings } from '../../lib/stage-settings.ts';

const app = new App();
const wanted: unknown = app.node.tryGetContext('break');

if (wanted === 'permission') {
  const { grant } = DataTable.prototype;
  DataTable.prototype.grant = function (fn, ...operations) {
    // The function of the routes under /users knows the table's name and may do nothing with it.
    if (fn.handlerName === 'users') fn.addEnvironment(environment.tableName, this.table.tableName);
    else grant.call(this, fn, ...operations);
  };
}
const stack = new OptLedgerStack(app, stageSettings(app.node));
for (const each of stack.node.findAll()) {
  if (wanted === 'table' && isTable(each)) each.overrideLogicalId('Ledger');
  if (wanted === 'queue' && each instanceof CfnSubscription) {
    const missing = Stack.of(each).formatArn({ service: 'sqs', resource: 'was-renamed-by-hand' });
    each.redrivePolicy = { deadLetterTargetArn: missing };
  }
}

function isTable(each: unknown): each is CfnResource {
  return (each as Partial<CfnGlobalTable>).cfnResourceType === 'AWS::DynamoDB::GlobalTable';
}
