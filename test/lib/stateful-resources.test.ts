import { describe, expect, test } from 'vitest';
import { OptLedgerStack } from '../../lib/optledger-stack.ts';
import { stageSettings } from '../../lib/stage-settings.ts';
import { statefulFaults, statefulResources, type TemplateResource } from './stateful-faults.ts';
import { describeStack, newApp } from './synthesised-stack.ts';

type Resources = Record<string, TemplateResource>;

const app = newApp();
const settings = stageSettings(app.node);
const [dev, prod] = ['dev', 'prod']
  .map((stage) => new OptLedgerStack(app, { ...settings, stage }))
  .map((stack) => describeStack(app, stack).template.toJSON().Resources) as [Resources, Resources];
const [tableId = ''] =
  Object.entries(statefulResources).find(([, { type }]) => type === 'AWS::DynamoDB::GlobalTable') ?? [];

// A change here throws away data, or breaks schedules, webhooks and numbers that point at it: it needs a migration first.
describe('what would be lost, or point nowhere, if it were replaced', () => {
  test('stays what and where it is, in every stage', () => {
    expect(statefulFaults(dev)).toEqual([]);
    expect(statefulFaults(prod)).toEqual([]);
  });

  test('is all listed: no table or bucket is missing', () => {
    const holding = Object.entries(dev).filter(([, { Type }]) => /::(GlobalTable|Table|Bucket)$/.test(Type));
    expect(holding.length).toBeGreaterThan(1);
    for (const [id, resource] of holding) {
      expect(Object.keys(statefulResources)).toContain(id);
      expect(resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    }
  });

  test('a renamed logical id is refused, by name', () => {
    const { [tableId]: table, ...others } = dev;
    expect(statefulFaults({ ...others, AnotherName: table as TemplateResource })).toEqual([
      expect.stringContaining(`${tableId} (AWS::DynamoDB::GlobalTable) is not in the template`),
    ]);
  });

  test('another key, another name and another type are refused', () => {
    const change = (id: string, changed: Partial<TemplateResource>): Resources => ({
      ...dev,
      [id]: { ...(dev[id] as TemplateResource), ...changed },
    });
    const properties = dev[tableId]?.Properties ?? {};
    expect(statefulFaults(change(tableId, { Properties: { ...properties, KeySchema: [] } }))).toEqual([
      expect.stringContaining('has another KeySchema'),
    ]);
    expect(statefulFaults(change(tableId, { Properties: { ...properties, TableName: 'ledger' } }))).toEqual([
      expect.stringContaining('has another TableName'),
    ]);
    expect(statefulFaults(change(tableId, { Type: 'AWS::DynamoDB::Table' }))).toEqual([
      expect.stringContaining('cannot change the type'),
    ]);
  });

  test('what can be changed in place is not refused: another index, another time to live', () => {
    const properties = { ...dev[tableId]?.Properties, GlobalSecondaryIndexes: [], TimeToLiveSpecification: undefined };
    expect(
      statefulFaults({ ...dev, [tableId]: { ...(dev[tableId] as TemplateResource), Properties: properties } }),
    ).toEqual([]);
  });
});
