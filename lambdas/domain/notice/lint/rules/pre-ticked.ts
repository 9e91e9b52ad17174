import type { LintRule } from '../rule.ts';

/**
 * A box that is ticked before the person touched it. It is nobody's choice. Source: GDPR recital 32, CJEU C-673/17 Planet49; CASL,
 * CRTC Information Bulletin 2012-549; DoubleTick ("active opt-in"). Boxes that ask for something else are not judged.
 */
export const preTicked: LintRule = {
  name: 'pre-ticked',
  check: ({ document }) => {
    if (document.kind !== 'form') return [];
    return document.fields.flatMap(({ purposeId, label, preTicked: isTicked }, at) => {
      const asks = purposeId !== undefined || /whatsapp/i.test(label);
      if (!isTicked || !asks) return [];
      const detail = `“${label}” is ticked before anybody ticked it.`;
      return [{ severity: 'error', pointer: `/fields/${at}/preTicked`, detail, fix: 'Leave the box empty.' } as const];
    });
  },
};
