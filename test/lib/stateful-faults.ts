import { readFileSync } from 'node:fs';

/** What of a template decides whether CloudFormation replaces a resource. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/**
 * Properties whose change replaces the resource ("Update requires: Replacement" in the CloudFormation template reference),
 * by type, for the types of `lib/stateful-resources.json`.
 */
const replacing: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::GlobalTable': ['TableName', 'KeySchema', 'LocalSecondaryIndexes'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 'StateMachineType'],
  'AWS::Scheduler::ScheduleGroup': ['Name'],
  'AWS::IAM::Role': ['RoleName', 'Path'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
};

interface Stateful {
  readonly type: string;
  /** What the replacing properties are; one that is not named here is not set. */
  readonly fixed?: Readonly<Record<string, unknown>>;
}

/** The committed list: what would be lost, or point nowhere, if it were replaced. */
export const statefulResources = JSON.parse(
  readFileSync(new URL('../../lib/stateful-resources.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Stateful>>;

/** Why these resources cannot be deployed over a stage without losing something, as sentences. Empty = they can. */
export function statefulFaults(resources: Readonly<Record<string, TemplateResource>>): readonly string[] {
  return Object.entries(statefulResources).flatMap(([id, { type, fixed = {} }]) => {
    const found = resources[id];
    if (found === undefined) {
      return [
        `${id} (${type}) is not in the template: CloudFormation would take away what is deployed and begin with an empty one.`,
      ];
    }
    if (found.Type !== type)
      return [`${id} is ${found.Type} and was ${type}: CloudFormation cannot change the type of a resource.`];
    const properties = replacing[type];
    if (properties === undefined) return [`It is not written down which properties of ${type} replace it.`];
    return properties
      .filter((name) => JSON.stringify(found.Properties?.[name]) !== JSON.stringify(fixed[name]))
      .map((name) => `${id} (${type}) has another ${name}: CloudFormation would replace it by an empty one.`);
  });
}
