import { describe, expect, it } from 'vitest';
import { openTemplate } from '../../../dev/template/template.ts';

const names = { 'AWS::DynamoDB::GlobalTable': 'optledger' };

/** What a property becomes, among a table, a function, a topic and a state machine. */
function resolved(value: unknown): unknown {
  const template = openTemplate(
    {
      Resources: {
        Table1: { Type: 'AWS::DynamoDB::GlobalTable' },
        Fn1: { Type: 'AWS::Lambda::Function' },
        Topic1: { Type: 'AWS::SNS::Topic' },
        Machine1: { Type: 'AWS::StepFunctions::StateMachine' },
        Asked: { Type: 'Test::Asked', Properties: { value } },
      },
    },
    names,
  );
  return template.ofType('Test::Asked')[0]?.properties.value;
}

/** `${a}/${b}`, as Fn::Sub has it. */
const sub = (...names: string[]): string => names.map((name) => `$\{${name}}`).join('/');

describe('references of a template', () => {
  it.each([
    [{ Ref: 'Table1' }, 'optledger'],
    [{ Ref: 'Fn1' }, 'Fn1'],
    [{ Ref: 'Topic1' }, 'arn:aws:sns:eu-west-1:000000000000:Topic1'],
    [{ Ref: 'Machine1' }, 'arn:aws:states:eu-west-1:000000000000:stateMachine:Machine1'],
    [{ 'Fn::GetAtt': ['Table1', 'Arn'] }, 'arn:aws:dynamodb:eu-west-1:000000000000:table/optledger'],
    [{ 'Fn::GetAtt': ['Table1', 'StreamArn'] }, 'arn:aws:dynamodb:eu-west-1:000000000000:table/optledger/stream/local'],
    [{ 'Fn::GetAtt': 'Fn1.Arn' }, 'arn:aws:lambda:eu-west-1:000000000000:function:Fn1'],
    [
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':', { 'Fn::GetAtt': ['Fn1', 'Arn'] }, '/x']] },
      'arn:aws:arn:aws:lambda:eu-west-1:000000000000:function:Fn1/x',
    ],
    [
      { 'Fn::Sub': sub('AWS::AccountId', 'Fn1.Arn', 'Table1') },
      '000000000000/arn:aws:lambda:eu-west-1:000000000000:function:Fn1/optledger',
    ],
    [{ 'Fn::Sub': [sub('a', 'AWS::Region'), { a: { Ref: 'Fn1' } }] }, 'Fn1/eu-west-1'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ deep: [{ Ref: 'Fn1' }, { Ref: 'AWS::NoValue' }], none: { Ref: 'AWS::NoValue' } }, { deep: ['Fn1'] }],
  ])('%j', (value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });
  it('that lead nowhere are named', () => {
    expect(() => resolved({ Ref: 'Gone' })).toThrow('"Gone"');
    expect(() => resolved({ 'Fn::ImportValue': 'x' })).toThrow('Fn::ImportValue');
  });
});
