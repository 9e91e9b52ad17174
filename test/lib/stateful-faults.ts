import { readFileSync } from 'node:fs';

/** What of a template decides whether CloudFormation replaces a resource. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/**
 * Properties whose change loses something, by type, for the types of `lib/stateful-resources.json`: those that replace the
 * resource ("Update requires: Replacement" in the CloudFormation template reference). Of the table two more, which are changed in place:
 * another view makes another stream, and what nobody had read of the old one is gone; another attribute for the time to live must be
 * switched off for an hour first (DynamoDB Developer Guide, "Time to live").
 */
const replacing: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::GlobalTable': [
    'TableName',
    'KeySchema',
    'LocalSecondaryIndexes',
    'StreamSpecification',
    'TimeToLiveSpecification',
  ],
  // Its name differs from stage to stage.
  'AWS::SSM::Parameter': ['Type'],
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
  /** What becomes of it when it leaves the template, or its stack goes. */
  readonly deletionPolicy?: string;
  /** The indexes of the version that is deployed; brought up to date with every release. */
  readonly indexes?: Readonly<Record<string, object>>;
}

/** The committed list: what would be lost, or point nowhere, if it were replaced. */
export const statefulResources = JSON.parse(
  readFileSync(new URL('../../lib/stateful-resources.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Stateful>>;

/** Why these resources cannot be deployed over a stage without losing something, as sentences. Empty = they can. */
export function statefulFaults(resources: Readonly<Record<string, TemplateResource>>): readonly string[] {
  return Object.entries(statefulResources).flatMap(([id, { type, fixed = {}, deletionPolicy, indexes }]) => {
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
    return [
      ...properties
        .filter((name) => JSON.stringify(found.Properties?.[name]) !== JSON.stringify(fixed[name]))
        .map((name) => `${id} (${type}) has another ${name}: what is in it would be lost.`),
      ...(deletionPolicy === undefined || found.DeletionPolicy === deletionPolicy
        ? []
        : [`${id} (${type}) has the deletion policy ${found.DeletionPolicy}, not ${deletionPolicy}.`]),
      ...(indexes === undefined ? [] : indexFaults(id, indexes, found)),
    ];
  });
}

interface Index {
  readonly IndexName: string;
}

/** DynamoDB makes or deletes one index in an update, and fails at two; one that changes is deleted and made (UpdateTable, GlobalTable). */
function indexFaults(
  id: string,
  before: Readonly<Record<string, object>>,
  { Properties = {} }: TemplateResource,
): string[] {
  const found = (Properties.GlobalSecondaryIndexes ?? []) as readonly Index[];
  const after = new Map(found.map(({ IndexName, ...index }) => [IndexName, JSON.stringify(index)]));
  const changed = Object.entries(before).filter(
    ([name, index]) => after.has(name) && after.get(name) !== JSON.stringify(index),
  );
  const gone = Object.keys(before).filter((name) => !after.has(name));
  const added = [...after.keys()].filter((name) => !Object.hasOwn(before, name));
  return [
    ...changed.map(
      ([name]) => `${id} has another index ${name}: it would be empty for hours. Make one of another name.`,
    ),
    ...(gone.length + added.length > 1
      ? [`${id} has more than one other index (${[...gone, ...added].join(', ')}): one a version.`]
      : []),
  ];
}
