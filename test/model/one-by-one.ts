import { applyStatement, type FoldedStatement, foldStatements } from '../../lambdas/domain/consent/fold.ts';
import type { Registers } from '../../lambdas/domain/consent/registers.ts';
import { toSeconds } from '../../lambdas/domain/consent/statement.ts';

/** As the store does it: one statement at a time, the whole history only where the fold asks for it. */
export function oneByOne(deliveries: readonly FoldedStatement[]): Registers {
  let registers: Registers = {};
  let latestResume: number | undefined;
  const seen = new Set<string>();
  const history: FoldedStatement[] = [];
  for (const delivered of deliveries) {
    if (seen.has(delivered.ref)) continue;
    seen.add(delivered.ref);
    history.push(delivered);
    registers = applyStatement(registers, delivered, latestResume) ?? foldStatements(history);
    if (delivered.action === 'resumed') latestResume = Math.max(latestResume ?? 0, toSeconds(delivered.saidAt));
  }
  return registers;
}
