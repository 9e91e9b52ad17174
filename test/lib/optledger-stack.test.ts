import { describe, expect, test } from 'vitest';
import { outputs } from '../../lambdas/contract/deployment.ts';
import { functionNames } from './function-names.ts';
import { twoStages } from './synthesised-stack.ts';

const stages = twoStages();
const [dev] = stages;

describe('two stages side by side', () => {
  test('are two stacks of one app', () => {
    expect(stages.map(({ stack }) => stack.stackName)).toEqual(['OptLedger-dev', 'OptLedger-prod']);
  });

  test('nothing has a physical name that the other could want', () => {
    const names = ['FunctionName', 'TableName', 'BucketName', 'TopicName', 'QueueName', 'RoleName', 'StateMachineName'];
    for (const type of [
      'Lambda::Function',
      'DynamoDB::GlobalTable',
      'S3::Bucket',
      'SNS::Topic',
      'SQS::Queue',
      'IAM::Role',
      'Logs::LogGroup',
      'StepFunctions::StateMachine',
      'CloudWatch::Alarm',
    ]) {
      const found = dev.ofType(`AWS::${type}`);
      expect(found.length, type).toBeGreaterThan(0);
      for (const { id, properties } of found)
        expect(
          Object.keys(properties).filter((key) => names.includes(key)),
          id,
        ).toEqual([]);
    }
    // What AWS wants named, or people read at night, begins with the name of the stack.
    for (const [type, name] of [
      ['CloudWatch::Alarm', 'AlarmName'],
      ['Logs::LogGroup', 'LogGroupName'],
    ]) {
      for (const { id, properties } of dev.ofType(`AWS::${type}`)) {
        const given = properties[name ?? ''];
        if (given !== undefined) expect(given, id).toMatch(/^(?:\/aws\/vendedlogs\/)?OptLedger-dev[ /]/);
      }
    }
    expect(dev.ofType('AWS::Scheduler::ScheduleGroup').map(({ properties }) => properties.Name)).toEqual([undefined]);
  });
});

test('the outputs are those that scripts and journeys ask for', () => {
  expect(Object.keys(dev.template.toJSON().Outputs).sort()).toEqual(Object.values(outputs).sort());
});

describe('the house function', () => {
  test.each(functionNames)('%s runs on Node 24 on arm64 with a log that ends and a role of its own', (name) => {
    const { properties } = dev.functionNamed(name);
    expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
    expect(properties.LoggingConfig).toBeDefined();
  });

  test('no role and no log is shared', () => {
    const functions = functionNames.map((name) => dev.functionNamed(name).properties);
    for (const shared of ['Role', 'LoggingConfig']) {
      expect(new Set(functions.map((each) => JSON.stringify(each[shared]))).size).toBe(functionNames.length);
    }
    for (const { properties } of dev.ofType('AWS::Logs::LogGroup'))
      expect(properties.RetentionInDays).toBeGreaterThan(0);
    for (const { properties } of dev.ofType('AWS::IAM::Role')) expect(properties.ManagedPolicyArns).toBeUndefined();
  });

  test('no function outlasts who waits for it', () => {
    const timeout = (name: (typeof functionNames)[number]) => Number(dev.functionNamed(name).properties.Timeout);
    for (const name of [
      'authorizer',
      'admin',
      'consent',
      'eligibility',
      'users',
      'exports',
      'health',
      'docs',
      'console',
      'whatsapp-webhook',
      'notices',
      'points',
      'pages',
    ] as const) {
      expect(timeout(name), name).toBeLessThan(30);
    }
    expect(timeout('whatsapp-webhook')).toBe(29);
    expect(timeout('export-shard')).toBe(900);
  });

  test('source maps are off, because reading them costs every cold start', () => {
    expect(JSON.stringify(dev.ofType('AWS::Lambda::Function'))).not.toContain('source-map');
  });
});
