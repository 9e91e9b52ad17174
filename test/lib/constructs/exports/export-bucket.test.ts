import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { exportFolders } from '../../../../lambdas/contract/deployment.ts';
import { environment } from '../../../../lambdas/contract/environment.ts';
import { synthesise } from '../../synthesised-stack.ts';

const { template, ofType, only } = synthesise();
const type = 'AWS::S3::Bucket';

test('the files of exports are private and encrypted, and outlive the stack', () => {
  expect(ofType(type)).toHaveLength(1);
  template.hasResource(type, {
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: Match.anyValue(),
    },
  });
});

test('nothing comes in or goes out without TLS', () => {
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 's3:*',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ]),
    },
  });
});

test('a browser may put and read there what a link lets it, and nothing else across origins', () => {
  expect(only(type).properties.CorsConfiguration).toEqual({
    CorsRules: [
      { AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['*'], AllowedHeaders: ['content-type'], MaxAge: 3_600 },
    ],
  });
  const files = ofType('AWS::Lambda::Function').filter(({ properties }) =>
    JSON.stringify(properties.Environment ?? {}).includes(environment.consoleUploadUrl),
  );
  expect(files.map(({ properties }) => JSON.stringify(properties.Environment))).toEqual([
    expect.stringContaining('RegionalDomainName'),
  ]);
});

test('parts live for a day, audiences and files of imports not for ever, broken uploads for a day', () => {
  const bucket = only(type);
  const { Rules } = bucket.properties.LifecycleConfiguration as { Rules: Record<string, unknown>[] };
  expect(Rules).toEqual([
    expect.objectContaining({ Prefix: exportFolders.parts, ExpirationInDays: 1, Status: 'Enabled' }),
    expect.objectContaining({ Prefix: exportFolders.audiences, ExpirationInDays: 90, Status: 'Enabled' }),
    expect.objectContaining({ Prefix: exportFolders.imports, ExpirationInDays: 90, Status: 'Enabled' }),
    expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }),
  ]);
});
