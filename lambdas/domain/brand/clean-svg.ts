import { escapeMarkup } from '../markup.ts';
import { logoLimits } from './brand.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';
import { groups, keptAttributes, keptElements, referring, safeValue, shapes } from './svg-names.ts';
import { type Looks, looksOf } from './svg-styles.ts';
import { weightOf } from './svg-weight.ts';

/** A drawing that only draws. */
export interface CleanSvg {
  readonly markup: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Elements that a viewer may have to draw, references counted as often as they are drawn. */
const heaviest = 20_000;

/**
 * An SVG written anew from what in it draws: known elements and attributes with values that can do nothing but look. No script, handler,
 * style, foreign content, animation, picture, link or address is ever copied, because nothing is copied that is not on a list.
 *
 * @returns undefined when the text is no SVG at all; a fault, a sentence, when it is one that cannot be used
 */
export function cleanSvg(text: string): CleanSvg | { readonly fault: string } | undefined {
  const parsed = parseXml(text);
  if ('fault' in parsed) return /<(?:svg:)?svg[\s/>]/.test(text) ? parsed : undefined;
  if (plainName(parsed) !== 'svg') return undefined;
  const size = sizeOf(parsed);
  if (size === undefined) return { fault: 'It says no size. Give it a viewBox, or width and height in pixels.' };
  const root = cleaned(parsed, looksOf(sheetsOf(parsed)));
  if (root === undefined || !draws(root))
    return { fault: 'Nothing that draws is left in it. Save it as plain shapes, without scripts and pictures.' };
  if (weightOf(root) > heaviest)
    return { fault: 'Its elements refer to one another so often that it takes too long to draw.' };
  const { width, height, viewBox } = size;
  const attributes = new Map([
    ...root.attributes,
    ['viewBox', viewBox],
    ['width', String(width)],
    ['height', String(height)],
  ]);
  const markup = written({ ...root, attributes }).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  return { markup, width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

/** SVG may be written with a prefix. */
const plainName = ({ name }: XmlElement): string => name.replace(/^svg:/, '');

function cleaned(element: XmlElement, looks: Looks): XmlElement | undefined {
  const given = plainName(element);
  const name = groups.has(given) ? 'g' : given;
  if (!keptElements.has(name)) return undefined;
  const attributes = new Map<string, string>();
  for (const [attribute, value] of [...element.attributes, ...looks({ ...element, name: given })]) {
    const safe = keptAttributes.has(attribute) ? safeValue(value) : undefined;
    if (safe !== undefined) attributes.set(attribute, safe);
  }
  const href = element.attributes.get('href') ?? element.attributes.get('xlink:href') ?? '';
  if (referring.has(name) && /^#[\w.-]+$/.test(href)) attributes.set('href', href);
  const hasText = name === 'text' || name === 'tspan';
  const children = element.children.flatMap((child): (XmlElement | string)[] => {
    if (typeof child === 'string') return hasText ? [child] : [];
    const kept = cleaned(child, looks);
    return kept === undefined ? [] : [kept];
  });
  return { name, attributes, children };
}

function sheetsOf(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return plainName(child) === 'style'
      ? [child.children.filter((each) => typeof each === 'string').join('')]
      : sheetsOf(child);
  });
}

const draws = ({ name, children }: XmlElement): boolean =>
  shapes.has(name) || children.some((child) => typeof child !== 'string' && draws(child));

function written({ name, attributes, children }: XmlElement): string {
  const given = Array.from(attributes, ([attribute, value]) => ` ${attribute}="${escapeMarkup(value)}"`).join('');
  if (children.length === 0) return `<${name}${given}/>`;
  return `<${name}${given}>${children.map((child) => (typeof child === 'string' ? escapeMarkup(child) : written(child))).join('')}</${name}>`;
}

/** Pixels of a length (CSS Values 4, 6.2); undefined for what depends on where it stands, as `100%`. */
function pixels(length: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*\+?(\d*\.?\d+)\s*([a-z%]*)\s*$/i.exec(length ?? '') ?? [];
  const scale = new Map([
    ['', 1],
    ['px', 1],
    ['pt', 96 / 72],
    ['pc', 16],
    ['mm', 96 / 25.4],
    ['cm', 96 / 2.54],
    ['in', 96],
  ]).get(unit.toLowerCase());
  const found = Number(number) * (scale ?? Number.NaN);
  return found > 0 ? found : undefined;
}

/** The size that a drawing says of itself; what has none but a view box is as large as that, and no larger than a logo may be. */
function sizeOf({ attributes }: XmlElement): { width: number; height: number; viewBox: string } | undefined {
  const [width, height] = [pixels(attributes.get('width')), pixels(attributes.get('height'))];
  const box = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = Number.NaN, top = Number.NaN, across = Number.NaN, down = Number.NaN] = box;
  const hasBox = box.length === 4 && box.every(Number.isFinite) && across > 0 && down > 0;
  if (width !== undefined && height !== undefined) {
    return {
      width: rounded(width),
      height: rounded(height),
      viewBox: hasBox ? box.join(' ') : `0 0 ${rounded(width)} ${rounded(height)}`,
    };
  }
  if (!hasBox) return undefined;
  const scale =
    width !== undefined
      ? width / across
      : height !== undefined
        ? height / down
        : Math.min(1, logoLimits.side / Math.max(across, down));
  return {
    width: rounded(across * scale),
    height: rounded(down * scale),
    viewBox: [left, top, across, down].join(' '),
  };
}

const rounded = (length: number): number => Math.round(length * 100) / 100;
