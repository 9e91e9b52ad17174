import { describe, expect, test } from 'vitest';
import { synthesise } from '../../synthesised-stack.ts';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const without = synthesise();
const stack = synthesise({ kmsKeyArn: keyArn });

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly StringEquals?: Readonly<Record<string, unknown>> };
}

/** Every statement of every role, with the name of the policy that it stands in. */
const statements = stack.ofType('AWS::IAM::Policy').flatMap(({ id, properties }) =>
  (properties.PolicyDocument as { Statement: readonly Statement[] }).Statement.filter(
    ({ Effect }) => Effect === 'Allow',
  ).map((statement) => ({
    policy: id,
    actions: [statement.Action].flat(),
    resource: statement.Resource,
    via: JSON.stringify(statement.Condition?.StringEquals?.['kms:ViaService'] ?? ''),
  })),
);
/** Policies of roles that may do something. */
const policiesWith = (action: RegExp): readonly string[] => [
  ...new Set(statements.filter(({ actions }) => actions.some((each) => action.test(each))).map(({ policy }) => policy)),
];
/** Policies of roles that may use the key so, by calls of a service. */
const keyed = (service: string, operation: string): readonly string[] =>
  statements
    .filter(({ actions, via }) => actions.includes(`kms:${operation}`) && via.includes(`"${service}."`))
    .map(({ policy }) => policy);

describe('what people said lies under the key', () => {
  test('in the table', () => {
    const { properties } = stack.only('AWS::DynamoDB::GlobalTable');
    expect(properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(JSON.stringify(properties.Replicas)).toContain(`"KMSMasterKeyId":"${keyArn}"`);
  });

  test('in the bucket, with a key of the bucket between', () => {
    expect(stack.only('AWS::S3::Bucket').properties.BucketEncryption).toEqual({
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { KMSMasterKeyID: keyArn, SSEAlgorithm: 'aws:kms' },
        },
      ],
    });
  });

  test.each(['AWS::SQS::Queue', 'AWS::SNS::Topic'])('in every %s', (type) => {
    const keys = stack.ofType(type).map(({ properties }) => properties.KmsMasterKeyId);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys)).toEqual(new Set([keyArn]));
  });
});

describe('who may use the key', () => {
  test.each([
    ['reads the table or its stream', /^dynamodb:(Get|BatchGet|Query)/, 'dynamodb', 'Decrypt'],
    ['writes to the table', /^dynamodb:(Put|Update|Delete)/, 'dynamodb', 'GenerateDataKey'],
    ['writes files', /^s3:PutObject$/, 's3', 'GenerateDataKey'],
    ['reads files', /^s3:GetObject$/, 's3', 'Decrypt'],
    ['leaves messages in a queue', /^sqs:SendMessage$/, 'sqs', 'GenerateDataKey'],
    ['leaves messages in a queue, which KMS wants', /^sqs:SendMessage$/, 'sqs', 'Decrypt'],
    ['takes messages out of a queue', /^sqs:ReceiveMessage$/, 'sqs', 'Decrypt'],
    ['reads a secret', /^secretsmanager:GetSecretValue$/, 'secretsmanager', 'Decrypt'],
  ])('is whoever %s', (_, action, service, operation) => {
    expect(policiesWith(action).filter((policy) => !keyed(service, operation).includes(policy))).toEqual([]);
  });

  test('and nobody else, and nobody but by a call of that service', () => {
    const uses = statements.filter(({ actions }) => actions.some((each) => each.startsWith('kms:')));
    expect(uses.length).toBeGreaterThan(20);
    for (const { actions, resource, via } of uses) {
      expect(actions.every((each) => /^kms:[A-Za-z]+$/.test(each))).toBe(true);
      expect(resource).toBe(keyArn);
      expect(via).toMatch(/"(dynamodb|s3|secretsmanager|sqs)\."/);
    }
    const readers = policiesWith(/^dynamodb:(Get|BatchGet|Query)/);
    const writers = policiesWith(/^dynamodb:(Put|Update|Delete)/);
    expect(keyed('dynamodb', 'Decrypt').filter((each) => ![...readers, ...writers].includes(each))).toEqual([]);
    expect(keyed('dynamodb', 'GenerateDataKey').filter((each) => !writers.includes(each))).toEqual([]);
  });
});

test('without a key nothing is asked of KMS', () => {
  expect(JSON.stringify(without.template.toJSON())).not.toMatch(/"kms:|KmsMasterKeyId|KMSMasterKeyId/);
});

test('another key replaces nothing', () => {
  const ids = (each: typeof stack) => Object.keys(each.template.toJSON().Resources);
  expect(ids(stack)).toEqual(ids(without));
});
