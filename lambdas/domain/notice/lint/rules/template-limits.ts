import type { PieceRole } from '../piece.ts';
import type { Found, LintRule } from '../rule.ts';

export const longest: { readonly [Role in PieceRole]?: number } = { body: 1024, footer: 60, button: 25 };
export const mostButtons = 10;

/** What Meta takes: body 1024, footer 60, button 25 characters, 10 buttons. Source: Meta, "Template components". */
export const templateLimits: LintRule = {
  name: 'template-limits',
  check: ({ document, pieces }) => {
    if (document.kind !== 'template') return [];
    const tooLong = pieces.flatMap(({ role, text, pointer }): readonly Found[] => {
      const most = longest[role] ?? Number.POSITIVE_INFINITY;
      const { length } = [...text];
      const detail = `${length} characters; Meta takes ${most} here.`;
      return length <= most ? [] : [{ severity: 'error', pointer, detail, fix: 'Shorten it.' }];
    });
    const buttons = document.buttons?.length ?? 0;
    const detail = `${buttons} buttons; Meta takes ${mostButtons}.`;
    return buttons <= mostButtons
      ? tooLong
      : [...tooLong, { severity: 'error', pointer: '/buttons', detail, fix: 'Leave some out.' }];
  },
};
