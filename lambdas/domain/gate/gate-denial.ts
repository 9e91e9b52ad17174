import { whatWouldChange as ofEligibility } from '../eligibility/would-change.ts';
import { type GateOnlyReason, type GateReason, gateOnlyReasons } from './gate-decision.ts';

const ownWouldChange: { readonly [Code in GateOnlyReason['code']]: string } = {
  'template-not-usable': 'Meta approves the template, and its news or a reading of the templates tells so.',
  'not-a-marketing-template': 'The message goes out by /messages.',
};

/** What would change a decision of the gate, in plain sentences, each once. */
export function whatWouldChange(reasons: readonly GateReason[]): string[] {
  return [...new Set(reasons.flatMap((each) => (isOwn(each) ? [ownWouldChange[each.code]] : ofEligibility([each]))))];
}

function isOwn(reason: GateReason): reason is GateOnlyReason {
  return (gateOnlyReasons as readonly string[]).includes(reason.code);
}
