import { applyStatement, foldConsent } from '../../lambdas/domain/consent/fold.ts';
import { type FoldedConsent, nothingSaid } from '../../lambdas/domain/consent/folded-consent.ts';
import type { InMarketing } from '../../lambdas/domain/consent/standing.ts';
import type { FoldedStatement } from '../../lambdas/domain/consent/statement.ts';

/** As the store does it: one statement at a time, the whole history only where the fold asks for it. */
export function oneByOne(deliveries: readonly FoldedStatement[], inMarketing: InMarketing): FoldedConsent {
  return told(deliveries, inMarketing).folded;
}

/** The same, with how often the history was read. */
export function told(
  deliveries: readonly FoldedStatement[],
  inMarketing: InMarketing,
): { readonly folded: FoldedConsent; readonly reads: number } {
  let folded = nothingSaid;
  let reads = 0;
  const seen = new Set<string>();
  const history: FoldedStatement[] = [];
  for (const delivered of deliveries) {
    if (seen.has(delivered.ref)) continue;
    seen.add(delivered.ref);
    history.push(delivered);
    const applied = applyStatement(folded, delivered, inMarketing);
    if (applied === undefined) reads += 1;
    folded = applied ?? foldConsent(history, inMarketing);
  }
  return { folded, reads };
}
