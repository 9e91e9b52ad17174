/** Elements that draw, or that drawings are made of. Everything else is left out with all that is in it. */
export const shapes: ReadonlySet<string> = new Set(
  'path rect circle ellipse line polyline polygon text use'.split(' '),
);
export const keptElements: ReadonlySet<string> = new Set([
  ...shapes,
  ...'svg g defs symbol linearGradient radialGradient stop clipPath mask pattern tspan'.split(' '),
]);

/** Elements that only hold others: their children stay, in a group. */
export const groups: ReadonlySet<string> = new Set(['a', 'switch']);

/** How something looks, as an attribute or as a property of a style. */
export const keptProperties: ReadonlySet<string> = new Set(
  (
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset color opacity display visibility clip-path clip-rule mask mask-type stop-color stop-opacity ' +
    'font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing word-spacing paint-order ' +
    'vector-effect shape-rendering'
  ).split(' '),
);

/** Where something is and which form it has. */
export const keptAttributes: ReadonlySet<string> = new Set([
  ...keptProperties,
  ...(
    'id x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio transform offset ' +
    'gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits ' +
    'maskContentUnits'
  ).split(' '),
]);

/** Elements that may say "as that one": the only references to another element but paints, clips and masks. */
export const referring: ReadonlySet<string> = new Set(['use', 'linearGradient', 'radialGradient', 'pattern']);

const functions: ReadonlySet<string> = new Set(
  'rgb rgba hsl hsla url matrix translate translateX translateY scale scaleX scaleY rotate skewX skewY'.split(' '),
);

/**
 * A value that can do nothing but look: numbers, names, colours, places in this same file. Undefined = it is left out. No colon, slash,
 * backslash or at sign passes, so there is no address, no escape and no rule in it.
 */
export function safeValue(given: string): string | undefined {
  const value = given
    .replace(/!important\s*$/i, '')
    .replace(/url\(\s*(['"]?)#([\w.-]+)\1\s*\)/g, 'url(#$2)')
    .replace(/['"]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/^[\w\s#.,%()+-]*$/.test(value)) return undefined;
  const called = Array.from(value.matchAll(/(?<![\w-])([\w-]*) ?\(/g), ([, name = '']) => name);
  const outside = /url\((?!#[\w.-]+\))/.test(value);
  return outside || called.some((name) => !functions.has(name)) ? undefined : value;
}

/** The elements of the same file that a value refers to. */
export function referencesIn(value: string): readonly string[] {
  return Array.from(value.matchAll(/url\(#([\w.-]+)\)/g), ([, id = '']) => id);
}
