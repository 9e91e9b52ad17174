import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseContact } from '../../../../lambdas/adapters/providers/connect/parse-contact.ts';

interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Transitions: {
    readonly NextAction?: string;
    readonly Errors?: readonly { readonly ErrorType: string; readonly NextAction: string }[];
    readonly Conditions?: readonly {
      readonly NextAction: string;
      readonly Condition: { readonly Operator: string; readonly Operands: readonly string[] };
    }[];
  };
}
const file = new URL('../../../../docs/connect/opt-in-flow.json', import.meta.url);
const flow = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly Version: string;
  readonly StartAction: string;
  readonly Metadata: { readonly ActionMetadata: object };
  readonly Actions: readonly Action[];
};
const ids = flow.Actions.map(({ Identifier }) => Identifier);
const ofType = (type: string) => flow.Actions.filter(({ Type }) => Type === type);

/** Blocks of today's flow language, and the errors that each must lead on from (exported flows; Connect, "Flow language"). */
const errorsOf: Readonly<Record<string, readonly string[]>> = {
  MessageParticipant: ['NoMatchingError'],
  GetParticipantInput: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'],
  InvokeLambdaFunction: ['NoMatchingError'],
  DisconnectParticipant: [],
};

describe('the flow of docs/connect, to be imported into Amazon Connect', () => {
  test('is of the version that is imported, begins with a block of its own, and places every block', () => {
    expect(flow.Version).toBe('2019-10-30');
    expect(ids).toContain(flow.StartAction);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(flow.Metadata.ActionMetadata)).toEqual(ids);
  });

  test('knows only blocks of today, each with all its errors, and leads nowhere else', () => {
    for (const { Type, Transitions } of flow.Actions) {
      const { NextAction, Errors = [], Conditions = [] } = Transitions;
      expect(Errors.map(({ ErrorType }) => ErrorType).sort()).toEqual(errorsOf[Type]);
      const next = [NextAction, ...Errors.map((each) => each.NextAction), ...Conditions.map((each) => each.NextAction)];
      for (const each of next.filter((id) => id !== undefined)) expect(ids).toContain(each);
      if (Type === 'DisconnectParticipant') expect(Transitions).toEqual({});
    }
  });

  test('gives every parameter as a text', () => {
    const texts = (value: unknown): boolean =>
      typeof value === 'string' ||
      (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(texts));
    for (const { Parameters } of flow.Actions) expect(texts(Parameters)).toBe(true);
  });

  test('does not store the key, and so names it in the branch of each key', () => {
    const [input, ...more] = ofType('GetParticipantInput');
    expect(more).toEqual([]);
    expect(input?.Parameters).toMatchObject({ StoreInput: 'False', Text: '$.External.text' });
    for (const { NextAction, Condition } of input?.Transitions.Conditions ?? []) {
      const branch = flow.Actions.find(({ Identifier }) => Identifier === NextAction);
      const [key = ''] = Condition.Operands;
      expect(Condition.Operator).toBe('Equals');
      expect(branch?.Parameters.LambdaInvocationAttributes).toMatchObject({ digits: key, said: '$.External.said' });
    }
  });

  test('asks the function as it wants to be asked', () => {
    const invocations = ofType('InvokeLambdaFunction');
    expect(invocations).toHaveLength(3);
    for (const { Parameters } of invocations) {
      expect(Parameters).toMatchObject({
        ...{ InvocationType: 'SYNCHRONOUS', InvocationTimeLimitSeconds: '8' },
        ResponseValidation: { ResponseType: 'STRING_MAP' },
      });
      const event = {
        Details: { ContactData: { ContactId: 'c' }, Parameters: Parameters.LambdaInvocationAttributes },
      };
      expect(parseContact(event)).toMatchObject({ appId: 'acme', locale: 'en' });
    }
  });
});
