import { describe, expect, test } from 'vitest';
import { statefulFaults, statefulResources, type TemplateResource } from './stateful-faults.ts';
import { twoStages } from './synthesised-stack.ts';

type Resources = Record<string, TemplateResource>;

const [dev, prod] = twoStages().map(({ template }) => template.toJSON().Resources) as [Resources, Resources];
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

  test('another key, stream, time to live, name and type are refused', () => {
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

  const withTable = (changed: object): Resources => {
    const table = dev[tableId] as TemplateResource;
    return { ...dev, [tableId]: { ...table, Properties: { ...table.Properties, ...changed } } };
  };

  test.each([
    ['another view of the stream', { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }, 'StreamSpecification'],
    ['no stream', { StreamSpecification: undefined }, 'StreamSpecification'],
    ['another time to live', { TimeToLiveSpecification: { AttributeName: 'until', Enabled: true } }, 'TimeToLive'],
  ])('what is changed in place and loses something is refused: %s', (_what, changed, named) => {
    expect(statefulFaults(withTable(changed))).toEqual([expect.stringContaining(`has another ${named}`)]);
  });

  const users = (dev[tableId]?.Properties?.GlobalSecondaryIndexes as [object] | undefined)?.[0];
  const another = (IndexName: string) => ({ ...users, IndexName });
  test.each([
    ['none more', [users], []],
    ['one more', [users, another('byDay')], []],
    ['one less', [], []],
    ['two more', [users, another('byDay'), another('byPoint')], ['more than one other index (byDay, byPoint)']],
    ['one for another', [another('people')], ['more than one other index (users, people)']],
    ['another of the same name', [{ ...users, Projection: { ProjectionType: 'ALL' } }], ['another index users']],
  ])('a version changes one index at most: %s', (_what, GlobalSecondaryIndexes, said) => {
    expect(statefulFaults(withTable({ GlobalSecondaryIndexes }))).toEqual(
      said.map((each) => expect.stringContaining(each)),
    );
  });

  test.each(Object.entries(statefulResources).filter(([, { deletionPolicy }]) => deletionPolicy !== undefined))(
    '%s is kept when it leaves the template',
    (id) => {
      const { DeletionPolicy: _policy, ...resource } = dev[id] as TemplateResource;
      expect(statefulFaults({ ...dev, [id]: resource })).toEqual([
        expect.stringContaining('deletion policy undefined'),
      ]);
    },
  );
});
