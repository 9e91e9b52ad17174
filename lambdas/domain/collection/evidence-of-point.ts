import type { Evidence } from '../consent/statement.ts';
import type { ShownNotice } from '../notice/notice.ts';

/** Where an act happened, as its evidence says it: the collection point with its campaign, and the notice that was shown there. */
export function evidenceOfPoint(
  { pointId, campaign }: Pick<Evidence, 'pointId' | 'campaign'>,
  notice?: ShownNotice,
): Pick<Evidence, 'pointId' | 'campaign' | keyof ShownNotice> {
  return { ...notice, pointId, campaign };
}
