import type { App } from '../../domain/app/app.ts';
import type { HeardStatement, InboundChange } from '../../domain/inbound/inbound-decision.ts';
import type { Ledger } from '../ledger/ports.ts';
import { recordNo, recordStop } from '../ledger/record-no.ts';
import { type InboundDeps, needed } from './inbound-deps.ts';

/** Records one thing that was decided. Rejects when it could not be stored; safe to repeat. */
export async function recordChange(deps: InboundDeps, app: App, change: InboundChange): Promise<void> {
  const { ledger } = deps;
  switch (change.record) {
    case 'statement':
      return recordStatement(ledger, app, change.said);
    case 'brake': {
      const { brake } = change;
      const record = (evidence = brake.evidence) => ledger.recordSuppression(app, { ...brake, evidence });
      return brake.lift ? record() : recordNo(brake.evidence, record);
    }
    case 'chat':
      return ledger.recordChat(app, change.chat);
    case 'confirmation': {
      const isTheirs = await needed(deps.choices).claim(change.choice, change.by);
      return isTheirs ? recordStatement(ledger, app, change.said) : ledger.recordChat(app, change.otherwise);
    }
    case 'end-of-waiting':
      await needed(deps.choices).claim(change.choice, change.by);
      return;
    case 'window':
      return ledger.noteInbound(app, change.event);
    case 'entry-point':
      return ledger.noteEntryPoint(app, change.event);
    case 'preference':
      return ledger.recordPlatformPreference(app, change.event);
    case 'identifiers':
      return ledger.changeIdentifiers(app, change.event);
  }
}

/** A no is recorded whatever its words and its id are. */
async function recordStatement(ledger: Ledger, app: App, said: HeardStatement): Promise<void> {
  const isNo = said.action === 'revoked' || said.action === 'refused';
  if (isNo) await recordNo(said.evidence, (evidence) => recordStop(ledger, app, { ...said, evidence }));
  else await ledger.recordStatement(app, said);
}
