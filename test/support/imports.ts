import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Every source file in a folder and below it, by its path in the project. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mts|js|mjs)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

/** What a file imports: files by their path in the project, packages by their name. Read as text, so that type-only imports count too. */
export function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/\b(?:from|import) *\(?'([@.\w][^'\n]*)'/g)].map(([, specifier]) => specifier ?? '');
  return found.map((specifier) =>
    specifier.startsWith('.') ? relative('.', resolve(dirname(file), specifier)).replaceAll('\\', '/') : specifier,
  );
}

export type Graph = ReadonlyMap<string, readonly string[]>;

/** The nodes that lie on circles, circle by circle (Tarjan's strongly connected components of more than one node). */
export function circlesIn(graph: Graph): string[][] {
  const [index, low, stack, circles] = [
    new Map<string, number>(),
    new Map<string, number>(),
    [] as string[],
    [] as string[][],
  ];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) circles.push(circle);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return circles;
}

/** Nodes without circles as floors, the top one first: each stands directly above the highest of those that it needs. */
export function floorsOf(graph: Graph): string[][] {
  const heights = new Map<string, number>();
  const heightOf = (node: string): number => {
    const known = heights.get(node);
    if (known !== undefined) return known;
    const below = (graph.get(node) ?? []).filter((next) => graph.has(next) && next !== node).map(heightOf);
    const height = Math.max(0, ...below.map((each) => each + 1));
    heights.set(node, height);
    return height;
  };
  for (const node of graph.keys()) heightOf(node);
  const top = Math.max(0, ...heights.values());
  return Array.from({ length: top + 1 }, (_, down) =>
    [...heights].flatMap(([node, height]) => (height === top - down ? [node] : [])).sort(),
  );
}
