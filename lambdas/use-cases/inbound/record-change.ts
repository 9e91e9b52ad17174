import type { App } from '../../domain/app/app.ts';
import { automatedErrand } from '../../domain/inbound/automated-errand.ts';
import type { HeardStatement, InboundChange, RefusedSend } from '../../domain/inbound/inbound-decision.ts';
import { isDenial } from '../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Ledger } from '../ledger/ports.ts';
import { recordNo, recordStop } from '../ledger/record-no.ts';
import { feedBack } from '../messages/feed-back.ts';
import { type InboundDeps, needed } from './inbound-deps.ts';

/**
 * Records one thing that was decided. Rejects when it could not be stored; safe to repeat.
 * Gives of a no that was new how long after it was said it was stored.
 */
export async function recordChange(
  deps: InboundDeps,
  app: App,
  change: InboundChange,
): Promise<Milliseconds | undefined> {
  const { ledger } = deps;
  switch (change.record) {
    case 'statement':
      return recordStatement(ledger, app, change.said);
    case 'brake': {
      const { brake } = change;
      const record = (evidence = brake.evidence) => ledger.recordSuppression(app, { ...brake, evidence });
      await (brake.lift ? record() : recordNo(brake.evidence, record));
      return;
    }
    case 'chat':
      await ledger.recordChat(app, change.chat);
      return;
    case 'confirmation': {
      const isTheirs = await needed(deps.choices).claim(change.choice, change.by);
      if (isTheirs) return recordStatement(ledger, app, change.said);
      await ledger.recordChat(app, change.otherwise);
      return;
    }
    case 'end-of-waiting':
      await needed(deps.choices).claim(change.choice, change.by);
      return;
    case 'window':
      {
        const noted = await ledger.noteInbound(app, change.event);
        const errand = change.automated && automatedErrand(app, change.automated, noted);
        // Of a message that is told again it is not known here whether it asked.
        const mayHaveAsked = app.automatedMessage.enabled && typeof noted.before !== 'number';
        if (errand !== undefined) await ledger.leaveErrand(app, errand, mayHaveAsked ? 'first-contact' : undefined);
      }
      return;
    case 'handover':
      await ledger.recordHandover(app, change.handover);
      return;
    case 'foreign-opt-in':
      await ledger.recordForeignOptIn(app, change.event);
      return;
    case 'errand':
      await ledger.leaveErrand(app, change.errand);
      return;
    case 'entry-point':
      await ledger.noteEntryPoint(app, change.event);
      return;
    case 'send-refused':
      await recordRefusal(deps, app, change.refused);
      return;
    case 'preference':
      await ledger.recordPlatformPreference(app, change.event);
      return;
    case 'identifiers':
      await ledger.changeIdentifiers(app, change.event);
      return;
  }
}

/** What a code says of the person counts only of a message that was ours. */
async function recordRefusal(deps: InboundDeps, app: App, refused: RefusedSend): Promise<void> {
  const { send, code, to: identifiers, about } = refused;
  const isOurs = await needed(deps.refusals).keep(app.appId, refused);
  if (!isOurs || about === undefined) return;
  const { provider, person: to, receivedBy } = about;
  const { ledger, stops, apps } = deps;
  const feedBackDeps = { ...needed(stops), ledger, apps: { onSmsNumber: needed(apps.onSmsNumber) } };
  await feedBack(feedBackDeps, app, { ...send, identifiers, receivedBy }, { provider, code, to });
}

/** A no is recorded whatever its words and its id are. */
async function recordStatement(ledger: Ledger, app: App, said: HeardStatement): Promise<Milliseconds | undefined> {
  if (!isDenial(said.action)) {
    await ledger.recordStatement(app, said);
    return undefined;
  }
  const { replayed, recordedAt } = await recordNo(said.evidence, (evidence) =>
    recordStop(ledger, app, { ...said, evidence }),
  );
  return replayed ? undefined : Math.max(0, recordedAt - said.saidAt);
}
