/** Numbers between 0 and 1 that are the same with each run (mulberry32, Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Somebody of the sample. */
export interface SamplePerson {
  readonly name: string;
  readonly language: 'en' | 'es';
  /** As WhatsApp writes it. */
  readonly waId: string;
  readonly bsuid: string;
  readonly username?: string;
}

const names = {
  en: [
    'Ava',
    'Ben',
    'Chloe',
    'Dan',
    'Ella',
    'Finn',
    'Grace',
    'Hugo',
    'Iris',
    'Jack',
    'Kate',
    'Liam',
    'Mia',
    'Noah',
    'Olive',
  ],
  es: [
    'Ana',
    'Bruno',
    'Carla',
    'Diego',
    'Elena',
    'Felipe',
    'Gabi',
    'Hugo',
    'Inés',
    'Jorge',
    'Lucía',
    'Mateo',
    'Nora',
    'Pablo',
    'Rosa',
  ],
} as const;

/**
 * Area codes whose numbers 555-0100 to 555-0199 are used. They are kept for fiction in all of North America (North American Numbering
 * Plan, "555 line numbers"): the people live in Canada and the Dominican Republic, where
 * marketing arrives (in the United States it does not: docs/country-rules.md).
 */
const areas = {
  en: ['204', '250', '306', '403', '416', '506', '514', '604', '613', '780', '902'],
  es: ['809', '829', '849'],
} as const;

/** Ofcom keeps 07700 900000 to 900999 for drama; a hundred of the people have one. */
const british = 100;

/** @param count 1,500 at most: so many numbers are there */
export function samplePeople(count: number): readonly SamplePerson[] {
  const pick = seeded(555);
  const lines = (language: 'en' | 'es') =>
    areas[language].flatMap((area) =>
      Array.from({ length: 100 }, (_, n) => `1${area}55501${String(n).padStart(2, '0')}`),
    );
  const left = { en: shuffled(lines('en'), pick), es: shuffled(lines('es'), pick) };
  return Array.from({ length: count }, (_, index) => {
    const isBritish = index % 10 === 3 && index < 10 * british;
    const language = !isBritish && pick() < 0.42 && left.es.length > 0 ? 'es' : 'en';
    const waId = isBritish
      ? `447700900${String(index).padStart(3, '0')}`
      : (left[language].pop() ?? left.en.pop() ?? '');
    const name = names[language][Math.floor(pick() * names[language].length)] ?? '';
    // Some have taken a username: Meta shows no number of theirs.
    const username =
      index % 20 === 7 ? { username: `${name.toLowerCase().normalize('NFD').replace(/\W/g, '')}.${index}` } : {};
    return { name, language, waId, bsuid: `CA.2000000000000000${String(index).padStart(4, '0')}`, ...username };
  });
}

function shuffled(list: readonly string[], pick: () => number): string[] {
  return list
    .map((each) => ({ each, at: pick() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
