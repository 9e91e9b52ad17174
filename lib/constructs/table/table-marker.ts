import { RemovalPolicy } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';

/**
 * Says that a stage has a table. It has a fixed name and is never taken away, so a deployment that would begin with an empty table,
 * where an earlier stack of the stage left one with every STOP in it, fails with "already exists" before anything is made. The name is
 * what whoever deploys then reads. A stage that takes a table over (`tableArn`) makes none.
 */
export function tableMarker(scope: Construct, stage: string): StringParameter {
  const marker = new StringParameter(scope, 'Marker', {
    parameterName: `/optledger/${stage}/table-is-kept-so-deploy-with-tableArn`,
    stringValue:
      'A stack of this stage made a table. Another one is given that table (-c tableArn=... -c tableStreamArn=...); see docs/deploy.md, "Removing a stage".',
  });
  // As the table: a first deployment that fails leaves neither.
  marker.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return marker;
}
