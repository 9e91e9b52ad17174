import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { unknownPerson } from '../../domain/eligibility/eligibility.ts';
import type { GateDecision } from '../../domain/gate/gate-decision.ts';
import { type GateCall, judgeCall } from '../../domain/gate/judge-call.ts';
import { asNamed } from '../../domain/identity/portfolio.ts';
import { factsOf } from '../eligibility/facts-of.ts';
import type { Clock } from '../ledger/ports.ts';
import { inAccountOf } from '../templates/use-of-template.ts';
import type { GateReader, KeptDecisions } from './ports.ts';

export interface PassGateDeps {
  readonly reader: GateReader;
  readonly decisions: KeptDecisions;
  readonly now: Clock;
}

/**
 * Decides about one call and keeps the decision, whatever it is: when this returns an `allow`, it is kept, and the message may be sent. Two
 * requests to the table. Whatever fails here, nothing may be sent.
 *
 * @param keyId the key that calls
 */
export async function passGate(
  { reader, decisions, now }: PassGateDeps,
  app: App,
  call: GateCall,
  keyId: string,
): Promise<GateDecision> {
  const at = now();
  const { path, message, isDryRun } = call;
  const template = message.template && inAccountOf(app, message.template);
  const wanted = { window: message.kind === 'free-form', template };
  const found = await reader.look(app.appId, asNamed(call.person, portfolioCount(app)), wanted, at);
  const facts = found.person === undefined ? unknownPerson : factsOf(found.person);
  const judgement = judgeCall(call, { app, facts, template: found.template }, at);
  const userId = found.person?.subject.userId;
  const decided: GateDecision = {
    decisionId: decisions.newId(at),
    at,
    keyId,
    path,
    message,
    isDryRun,
    ...judgement,
    ...(userId !== undefined && { userId }),
  };
  await decisions.keep(app.appId, decided);
  return decided;
}
