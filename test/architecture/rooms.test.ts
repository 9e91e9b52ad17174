import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { circlesIn, filesIn, floorsOf, type Graph, importsOf } from '../support/imports.ts';

/*
 * Each layer has one room for each capability. A room needs only rooms on floors below its own, in its layer or in the layers that
 * its layer may import (boundaries.test.ts). docs/architecture.md draws the floors; what it draws is what the imports say.
 */
const page = readFileSync('docs/architecture.md', 'utf8');
const folders = ['lambdas', 'dev', 'cli', 'lib', 'bin'];
const graph: Graph = new Map(folders.flatMap(filesIn).map((file) => [file, importsOf(file)]));

/** Layers whose rooms are drawn; a room is the folder directly below one of these, with everything in it. */
const layers = [
  'lambdas/domain',
  'lambdas/use-cases',
  'lambdas/adapters',
  'lambdas/adapters/dynamodb',
  'lambdas/adapters/providers',
  'lambdas/edge',
  'lambdas/edge/api',
  'lambdas/edge/pages',
  'dev',
];

/** The rooms of a layer, and which others of the layer each imports. Files that lie in the layer itself are a room called `.`. */
function roomsOf(layer: string): Graph {
  const roomOf = (file: string) => {
    const rest = file.slice(layer.length + 1);
    return rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : '.';
  };
  const rooms = new Map<string, Set<string>>();
  for (const [file, imports] of graph) {
    if (!file.startsWith(`${layer}/`)) continue;
    const needs = rooms.get(roomOf(file)) ?? new Set();
    rooms.set(roomOf(file), needs);
    for (const imported of imports) {
      if (imported.startsWith(`${layer}/`) && roomOf(imported) !== roomOf(file)) needs.add(roomOf(imported));
    }
  }
  return new Map([...rooms].map(([room, needs]) => [room, [...needs]]));
}

/** What the page draws of a layer: the floors in the code block under its heading, the top one first. */
function drawn(layer: string): string[] {
  const [, block = ''] = new RegExp(`### \`${layer}\`\\n[\\s\\S]*?\`\`\`\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  return block.split('\n').filter((line) => line !== '');
}

test('no files import each other in a circle', () => {
  expect(circlesIn(graph)).toEqual([]);
});

describe.each(layers)('the rooms of %s', (layer) => {
  test('have no circle', () => {
    expect(circlesIn(roomsOf(layer))).toEqual([]);
  });

  test('are drawn in docs/architecture.md on the floors on which they stand', () => {
    expect(drawn(layer)).toEqual(floorsOf(roomsOf(layer)).map((floor) => floor.join('  ')));
  });
});

test('every file that docs/architecture.md names is there', () => {
  const named = [...page.matchAll(/`((?:lambdas|lib|dev|cli|bin|browser|client|test|docs)\/[^`\s]*\.\w+)`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
