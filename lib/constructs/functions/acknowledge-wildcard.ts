import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Says why a policy of `role` names a resource that ends in a star.
 *
 * @param resource spelled as cdk-nag spells it in its finding: `*`, `<TableId.Arn>/index/*`
 */
export function acknowledgeWildcard(role: IConstruct, resource: string, reason: string): void {
  Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
}

/** How cdk-nag spells an attribute (none: the Ref) of a resource in its findings. */
export function inFinding(resource: IConstruct, attribute?: string): string {
  const logicalId = Stack.of(resource).getLogicalId((resource.node.defaultChild ?? resource) as CfnElement);
  return attribute === undefined ? `<${logicalId}>` : `<${logicalId}.${attribute}>`;
}
