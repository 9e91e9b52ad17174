import type { XmlElement } from './parse-xml.ts';
import { referencesIn } from './svg-names.ts';

/**
 * How many elements a viewer draws for a file, when everything that is drawn by reference (`use`, paints, clips, masks) is counted as
 * often as it is drawn. A handful of elements that refer to one another can be billions; a circle of them is endless.
 */
export function weightOf(root: XmlElement): number {
  const byId = new Map<string, XmlElement>();
  collect(root, byId);
  const known = new Map<XmlElement, number>();
  const weigh = (element: XmlElement): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    // Met again while it is being weighed: a circle.
    known.set(element, Number.POSITIVE_INFINITY);
    let weight = 1;
    for (const child of element.children) if (typeof child !== 'string') weight += weigh(child);
    for (const id of references(element)) {
      const target = byId.get(id);
      if (target !== undefined) weight += weigh(target);
    }
    known.set(element, weight);
    return weight;
  };
  return weigh(root);
}

function references({ attributes }: XmlElement): readonly string[] {
  return [...attributes].flatMap(([name, value]) => (name === 'href' ? [value.slice(1)] : referencesIn(value)));
}

function collect(element: XmlElement, byId: Map<string, XmlElement>): void {
  const id = element.attributes.get('id');
  // Viewers take the first.
  if (id !== undefined && !byId.has(id)) byId.set(id, element);
  for (const child of element.children) if (typeof child !== 'string') collect(child, byId);
}
