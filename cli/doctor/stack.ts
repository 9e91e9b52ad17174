import {
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import type { Clients } from './clients.ts';

/** A resource of the template that was deployed last. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A resource as it is deployed. */
export interface Deployed extends TemplateResource {
  readonly logicalId: string;
  /** Of a function its name, of a queue its URL, of a topic its ARN. */
  readonly physicalId: string;
  /** Of CloudFormation, e.g. `UPDATE_COMPLETE`. */
  readonly status: string;
  /** When CloudFormation was done with it, in epoch milliseconds. */
  readonly deployedAt: number;
}

/** A deployed stack with the template it was deployed from. */
export interface DeployedStack {
  readonly name: string;
  readonly status: string;
  readonly isProtected: boolean;
  output(name: string): string | undefined;
  readonly resources: readonly Deployed[];
  ofType(type: string): readonly Deployed[];
}

/** Reads a stack. Rejects when there is none, or when it may not be read: then nothing can be said at all. */
export async function readStack({ cloudformation }: Clients, name: string): Promise<DeployedStack> {
  const [stacks, template] = await Promise.all([
    cloudformation.send(new DescribeStacksCommand({ StackName: name })),
    cloudformation.send(new GetTemplateCommand({ StackName: name, TemplateStage: 'Original' })),
  ]);
  const stack = stacks.Stacks?.[0];
  if (stack === undefined) throw new Error(`There is no stack ${name}.`);
  const summaries: StackResourceSummary[] = [];
  for await (const page of paginateListStackResources({ client: cloudformation }, { StackName: name })) {
    summaries.push(...(page.StackResourceSummaries ?? []));
  }
  const { Resources } = JSON.parse(template.TemplateBody ?? '{}') as { Resources?: Record<string, TemplateResource> };
  const resources = summaries.flatMap((summary) => {
    const {
      LogicalResourceId: logicalId = '',
      PhysicalResourceId: physicalId = '',
      ResourceStatus: status = '',
    } = summary;
    const found = Resources?.[logicalId];
    const deployedAt = summary.LastUpdatedTimestamp?.getTime() ?? 0;
    return found === undefined ? [] : [{ ...found, logicalId, physicalId, status, deployedAt }];
  });
  return {
    name,
    status: stack.StackStatus ?? '',
    isProtected: stack.EnableTerminationProtection ?? false,
    output: (wanted) => stack.Outputs?.find(({ OutputKey }) => OutputKey === wanted)?.OutputValue,
    resources,
    ofType: (type) => resources.filter(({ Type }) => Type === type),
  };
}
