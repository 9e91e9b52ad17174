import type { FoldedStatement } from '../../lambdas/domain/consent/fold.ts';
import type { Action, Level } from '../../lambdas/domain/consent/statement.ts';
import type { Said } from './naive-consent.ts';

/** A generator that a seed repeats: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

export function shuffled<T>(random: () => number, items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

export const purposes = ['offers', 'news', 'orders'] as const;

/** As in the settings of the test app. */
export const isMarketing = (purpose: string): boolean => purpose === 'offers' || purpose === 'news';

/** Something a person, an agent or the business may say, within `seconds`. */
export function randomSaid(random: () => number, seconds: number): Said {
  const action = pick<Action>(random, [
    'granted',
    'granted',
    'granted',
    'revoked',
    'revoked',
    'resumed',
    'refused',
    'requested',
    'erased',
  ]);
  const named = pick<Said['purposes']>(random, [
    ['offers'],
    ['news'],
    ['orders'],
    ['offers', 'news'],
    'marketing',
    'all',
    'all',
  ]);
  const level = pick<Level>(random, [1, 2, 3]);
  return {
    action,
    purposes:
      action === 'resumed' || action === 'erased'
        ? 'all'
        : (action === 'granted' || action === 'requested') && typeof named === 'string'
          ? ['offers', 'orders']
          : named,
    level: action === 'resumed' ? 3 : action === 'granted' && level === 1 ? 2 : level,
    second: Math.floor(random() * seconds),
    sms: pick(random, [undefined, undefined, undefined, '+1', '+2']),
  };
}

/** The same thing as the fold takes it; `n` makes the reference unique. */
export function toStatement(said: Said, n: number): FoldedStatement {
  return {
    ref: `s.${n}`,
    action: said.action,
    purposes: said.purposes,
    level: said.level,
    saidAt: said.second * 1000 + (n % 1000),
    recordedAt: 0,
    source: said.sms === undefined ? 'whatsapp-message' : 'sms-keyword',
    ...(said.sms !== undefined && { receivedBy: said.sms }),
    ...(said.batch !== undefined && { batch: said.batch }),
  };
}

const batches = ['imp_1', 'imp_2', 'imp_3'] as const;

/** Some of what was reported came by imports, and some imports are annulled: before, after and between, and more than once. */
export function withImports(random: () => number, history: readonly Said[], seconds: number): Said[] {
  const said = history.map(
    (each): Said => (each.level === 2 && random() < 0.7 ? { ...each, batch: pick(random, batches) } : each),
  );
  const annulments = Array.from(
    { length: Math.floor(random() * 4) },
    (): Said => ({
      action: 'annulled',
      purposes: pick(random, [['offers'], ['offers', 'news', 'orders']]),
      level: 2,
      second: Math.floor(random() * seconds),
      batch: pick(random, batches),
    }),
  );
  return [...said, ...annulments];
}
