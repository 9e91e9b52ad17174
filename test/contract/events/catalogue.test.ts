import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import {
  type CataloguedType,
  type catalogue,
  cataloguedTypes,
  catalogueVersion,
  eventSchema,
  jsonSchemaOf,
  sampleOf,
} from '../../../lambdas/contract/events/catalogue.ts';
import { catalogueVersion as publishedVersion } from '../../../lambdas/domain/events/event.ts';
import type { EventData } from '../../../lambdas/domain/events/event-data.ts';
import { type EventType, eventTypes, withdrawalTypes } from '../../../lambdas/domain/events/event-types.ts';
import { schemaFiles } from '../../../tools/events/schema-files.ts';
import { filesIn, importsOf } from '../../support/imports.ts';

const page = readFileSync('docs/events.md', 'utf8');

describe('the catalogue', () => {
  test('has every type that is published, and no other; so has the page, with its schema', () => {
    expect([...cataloguedTypes].sort()).toEqual([...eventTypes].sort());
    const listed = [...page.matchAll(/^\| \[`([a-z_.]+)`\]\(events\/([a-z_.]+)\.json\) \|/gm)];
    expect(listed.map(([, type]) => type).sort()).toEqual([...eventTypes].sort());
    for (const [, type, file] of listed) expect(file).toBe(type);
    expect(publishedVersion).toBe(catalogueVersion);
    expect(page).toContain(JSON.stringify(sampleOf('user.opted_out'), null, 2));
  });

  test('says the same of data as the domain does', () => {
    type Shown = { [Type in CataloguedType]: z.output<(typeof catalogue)[Type]['data']> };
    // Sources, rules and reasons may become more: the catalogue names them as words.
    type Loose<Value> = Value extends readonly (infer Item)[]
      ? readonly Loose<Item>[]
      : Value extends number
        ? number
        : Value extends object
          ? { readonly [Name in keyof Value]: Loose<Value[Name]> }
          : Value extends string
            ? string
            : Value;
    expectTypeOf<Loose<EventData>>().toExtend<Loose<Shown>>();
    expectTypeOf<Loose<Shown>>().toExtend<Loose<EventData>>();
    expectTypeOf<CataloguedType>().toEqualTypeOf<EventType>();
  });

  test('names types as Standard Webhooks advises', () => {
    for (const type of eventTypes) expect(type).toMatch(/^[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)+$/);
    expect(withdrawalTypes.every((type) => cataloguedTypes.includes(type))).toBe(true);
  });

  test.each(cataloguedTypes)('shows a sample of %s that fits its schema, in zod and in docs', (type) => {
    expect(eventSchema(type).parse(sampleOf(type))).toEqual(sampleOf(type));
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const isRight = ajv.compile(JSON.parse(readFileSync(`docs/events/${type}.json`, 'utf8')));
    expect([isRight(sampleOf(type)), isRight.errors]).toEqual([true, null]);
    // What comes later is taken.
    expect(isRight({ ...sampleOf(type), later: 1 })).toBe(true);
    expect(isRight({ ...sampleOf(type), type: 'user.unknown' })).toBe(false);
    expect(isRight({ ...sampleOf(type), data: {} })).toBe(Object.keys(required(type)).length === 0);
  });
  const required = (type: CataloguedType) => {
    const { properties } = jsonSchemaOf(type) as { properties: { data: { required?: readonly string[] } } };
    return Object.fromEntries((properties.data.required ?? []).map((name) => [name, true]));
  };
});

describe('docs/events', () => {
  test('holds what `npm run events` writes, and nothing else', () => {
    const files = schemaFiles();
    expect(readdirSync('docs/events').sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect(readFileSync(`docs/events/${name}`, 'utf8')).toBe(text);
  });
});

test('no function that shows no catalogue carries it', () => {
  const graph = new Map(filesIn('lambdas').map((file) => [file, importsOf(file)]));
  const reaches = (file: string, seen = new Set<string>()): boolean => {
    if (file.startsWith('lambdas/contract/events/')) return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return (graph.get(file) ?? []).some((imported) => reaches(imported, seen));
  };
  const handlers = [...graph.keys()].filter((file) => /^lambdas\/handlers\/[a-z-]+\.ts$/.test(file));
  expect(handlers.length).toBeGreaterThan(25);
  expect(handlers.filter((file) => reaches(file))).toEqual(['lambdas/handlers/callbacks.ts']);
});
