import { describe, expect, test } from 'vitest';
import {
  allCallbacksPartition,
  callbackKey,
  deliveryKey,
  dueLanesPartition,
  exportKey,
} from '../../../../lambdas/adapters/dynamodb/table/app-keys.ts';
import {
  eventKey,
  gateDecisionPartition,
  ledgerKey,
  placeKey,
} from '../../../../lambdas/adapters/dynamodb/table/keys.ts';
import {
  apiKeyPartitions,
  appKey,
  appsPartition,
  auditPartition,
  operatorsPartition,
  rateKey,
  stageKeyKey,
} from '../../../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import { audited } from '../../../../lambdas/contract/audited.ts';
import { routes } from '../../../../lambdas/contract/routes.ts';
import { functionNames } from '../../function-names.ts';
import { referred, synthesise } from '../../synthesised-stack.ts';

const stack = synthesise();

interface LeadingKeys {
  readonly 'dynamodb:LeadingKeys'?: string | readonly string[];
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Condition?: {
    readonly 'ForAnyValue:StringLike'?: LeadingKeys;
    readonly 'ForAnyValue:StringNotLike'?: LeadingKeys;
  };
}

/** What a function may do to a partition: what is allowed to it, less what is denied there. */
function mayDo(name: (typeof functionNames)[number], partition: string): readonly string[] {
  const role = referred(stack.functionNamed(name).properties.Role);
  const own = stack
    .ofType('AWS::IAM::Policy')
    .filter(({ properties }) => (properties.Roles as unknown[]).some((each) => referred(each) === role))
    .flatMap(({ properties }) => (properties.PolicyDocument as { Statement: readonly Statement[] }).Statement);
  const actionsOf = (effect: string, applies: (statement: Statement) => boolean) =>
    own.filter((each) => each.Effect === effect && applies(each)).flatMap(({ Action }) => [Action].flat());
  const denied = actionsOf('Deny', ({ Condition }) => {
    const like = keysOf(Condition?.['ForAnyValue:StringLike']);
    const unlike = keysOf(Condition?.['ForAnyValue:StringNotLike']);
    return isLike(partition, like) || (unlike.length > 0 && !isLike(partition, unlike));
  });
  return actionsOf('Allow', () => true)
    .filter((action) => /^dynamodb:.*(Item|Query)$/.test(action) && !denied.includes(action))
    .map((action) => action.replace('dynamodb:', ''));
}

const keysOf = (given: LeadingKeys | undefined) => [given?.['dynamodb:LeadingKeys'] ?? []].flat();
const isLike = (partition: string, patterns: readonly string[]) =>
  patterns.some((each) => new RegExp(`^${each.replaceAll('*', '.*')}$`).test(partition));

const writes = /^(Put|Update|Delete)/;

describe('API keys in the table', () => {
  test.each(functionNames.filter((name) => !['admin', 'authorizer', 'gate', 'gupshup'].includes(name)))(
    'are nothing to %s',
    (name) => {
      for (const partition of apiKeyPartitions) expect(mayDo(name, partition)).toEqual([]);
    },
  );

  test('are read by the authorizer, and made by admin', () => {
    for (const partition of apiKeyPartitions) {
      expect(mayDo('authorizer', partition)).toContain('GetItem');
      expect(mayDo('admin', partition)).toEqual(expect.arrayContaining(['GetItem', 'PutItem', 'DeleteItem']));
    }
  });
});

describe('the gate, which anybody can reach', () => {
  test('reads keys and notes their use, and makes none', () => {
    for (const partition of apiKeyPartitions) {
      expect([...new Set(mayDo('gate', partition))].toSorted()).toEqual([
        'BatchGetItem',
        'GetItem',
        'Query',
        'UpdateItem',
      ]);
    }
  });

  test('writes decisions and counts, and nothing else in the table', () => {
    expect(mayDo('gate', gateDecisionPartition('acme', 3))).toContain('PutItem');
    expect(mayDo('gate', rateKey('key_1', 1).pk)).toContain('UpdateItem');
    const place = 'A'.repeat(22);
    for (const { pk } of [
      placeKey('acme', place),
      ledgerKey('acme', 'AAAAAAAAAAA', 'e'),
      appKey('acme'),
      exportKey('acme', 'e'),
    ]) {
      expect(mayDo('gate', pk).filter((operation) => writes.test(operation))).toEqual([]);
    }
  });
});

describe('the function of Gupshup’s paths, which checks keys and records what people say', () => {
  test('reads keys and notes their use, and makes and takes away none', () => {
    for (const partition of apiKeyPartitions) {
      expect([...new Set(mayDo('gupshup', partition))].filter((operation) => /^(Put|Delete)/.test(operation))).toEqual(
        [],
      );
      expect(mayDo('gupshup', partition)).toEqual(expect.arrayContaining(['GetItem', 'UpdateItem']));
    }
  });
});

describe('people who sign in, in the table', () => {
  const partition = operatorsPartition('eu-west-1_TestPool1');

  test.each(functionNames.filter((name) => name !== 'admin' && name !== 'authorizer'))('are nothing to %s', (name) => {
    expect(mayDo(name, partition)).toEqual([]);
  });

  test('are read by the authorizer, and made by admin', () => {
    expect(mayDo('authorizer', partition)).toContain('GetItem');
    expect(mayDo('admin', partition)).toEqual(expect.arrayContaining(['GetItem', 'PutItem', 'UpdateItem', 'Query']));
  });
});

describe('the audit list in the table', () => {
  const partition = auditPartition('2026-11', 3);
  const auditing = new Set(
    routes.filter(({ method, path }) => `${method} ${path}` in audited).map(({ handler }) => handler),
  );

  test.each(functionNames)('is changed by nobody: %s', (name) => {
    const left = mayDo(name, partition);
    expect(left.filter((action) => !['PutItem', 'Query'].includes(action))).toEqual([]);
    expect(left.includes('PutItem')).toBe(auditing.has(name));
    expect(left.includes('Query')).toBe(name === 'admin');
  });
});

describe('settings of apps in the table', () => {
  test.each(functionNames.filter((name) => name !== 'admin'))('are not written by %s', (name) => {
    expect(mayDo(name, appsPartition).filter((action) => writes.test(action))).toEqual([]);
  });

  test('are read by whoever reads the table, and written by admin', () => {
    expect(mayDo('pages', appsPartition)).toContain('GetItem');
    expect(mayDo('admin', appsPartition)).toEqual(expect.arrayContaining(['PutItem']));
  });
});

test('people are written by whoever hears them', () => {
  for (const name of ['whatsapp-webhook', 'sms-inbound', 'consent', 'pages'] as const) {
    expect(mayDo(name, 'acme#S')).toEqual(expect.arrayContaining(['GetItem', 'PutItem']));
  }
});

describe('the function that sends to addresses which somebody else chose', () => {
  const own = stack
    .permissionsOf('deliver-events')
    .filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')));
  const reaches = (partition: string) => own.some(({ leadingKeys = [] }) => isLike(partition, leadingKeys));

  test('reaches what its work needs: endpoints, what they are owed, what is due, its event, and the secret of the stage', () => {
    const needed = [
      ...[callbackKey('acme', 'ep_1').pk, deliveryKey('acme', 'ep_1', 'AbCdEfGhIjK', 1).pk, allCallbacksPartition],
      ...[dueLanesPartition('ep_1', false), dueLanesPartition('ep_1', true), eventKey('acme', '~x', 1).pk],
      stageKeyKey.pk,
    ];
    expect(needed.filter((partition) => !reaches(partition))).toEqual([]);
  });

  test('and nothing else: no person, no setting, no key, nobody who signs in', () => {
    const foreign = [
      ...[ledgerKey('acme', 'AbCdEfGhIjK', 'e').pk, placeKey('acme', 'x').pk, appKey('acme').pk, appsPartition],
      ...[...apiKeyPartitions, operatorsPartition('pool'), auditPartition('2026-11', 0), exportKey('acme', 'exp_1').pk],
      gateDecisionPartition('acme', 0),
    ];
    expect(foreign.filter(reaches)).toEqual([]);
    // Without leading keys a right holds for the whole table.
    expect(own.filter(({ leadingKeys = [] }) => leadingKeys.length === 0)).toEqual([]);
  });
});
