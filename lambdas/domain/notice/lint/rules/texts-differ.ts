import type { LintRule } from '../rule.ts';

/**
 * Every language asks about the same purposes. Otherwise one reader agrees to what another never saw, under one notice and version.
 * Source: ours (the version is the evidence); Meta (state what is received).
 */
export const textsDiffer: LintRule = {
  name: 'texts-differ',
  check: ({ document }) => {
    if (document.kind !== 'notice') return [];
    const [first, ...others] = document.texts;
    if (first === undefined) return [];
    const wanted = first.purposes.map(({ purposeId }) => purposeId);
    return others.flatMap(({ purposes }, at) => {
      const named = purposes.map(({ purposeId }) => purposeId);
      const lacking = wanted.filter((id) => !named.includes(id));
      const extra = named.filter((id) => !wanted.includes(id));
      if (lacking.length + extra.length === 0) return [];
      const which = [...lacking.map((id) => `${id} is missing`), ...extra.map((id) => `${id} is in this text only`)];
      const detail = `This text does not ask about the same purposes as the first one: ${which.join(', ')}.`;
      return [
        {
          severity: 'error',
          pointer: `/texts/${at + 1}/purposes`,
          detail,
          fix: 'Give every text the same purposes.',
        } as const,
      ];
    });
  },
};
