import { type App, findPurpose } from '../app/app.ts';
import type { Decision, EligibilityFacts } from '../eligibility/decision.ts';
import { eligibility } from '../eligibility/eligibility.ts';
import { reason } from '../eligibility/reasons.ts';
import type { PersonRef } from '../identity/person.ts';
import type { Template } from '../templates/template.ts';
import { TemplateNotUsableError, templateUse } from '../templates/template-use.ts';
import type { Milliseconds } from '../time.ts';
import type { GatedMessage, GatePath, GateReason } from './gate-decision.ts';
import { whatWouldChange } from './gate-denial.ts';

/** One call of Meta's form that sends a message to one person, as far as it is judged. */
export interface GateCall {
  readonly path: GatePath;
  readonly person: PersonRef;
  readonly message: GatedMessage;
  /** What the caller says it is for; only where no template says it. */
  readonly purpose?: string | undefined;
  /** Only asked: nothing is sent. */
  readonly isDryRun: boolean;
}

/** What was decided, and why. */
export interface Judgement {
  readonly decision: 'allow' | 'deny';
  /** Absent = for every purpose that it may be for. */
  readonly purpose?: string;
  readonly reasons: readonly GateReason[];
  readonly wouldChange: readonly string[];
}

/** What a call is judged by. */
export interface GateFacts {
  readonly app: App;
  readonly facts: EligibilityFacts;
  /** As the registry has it; undefined = it has none of this name. */
  readonly template: Template | undefined;
}

/**
 * May this message go out? A template is judged for the purpose that the registry gives it, whatever the caller thinks of it; what has no
 * template by the window; and a message that names its category itself (Direct Send) as that category, inside the window and outside.
 * Where nobody says for what it is, it must be allowed for everything that it can be for.
 */
export function judgeCall(call: GateCall, known: GateFacts, now: Milliseconds): Judgement {
  switch (call.message.kind) {
    case 'template':
      return judgeTemplate(call, known, now);
    case 'free-form':
      return judgeFreeForm(call, known, now);
    case 'direct-send':
      return judgeDirectSend(call, known, now);
  }
}

function judgeTemplate({ path, message }: GateCall, { app, facts, template }: GateFacts, now: Milliseconds): Judgement {
  const named = message.template ?? { name: '', language: '' };
  const use = templateUse(template, app.appId, now);
  if ('unusable' in use) {
    return denied({ code: 'template-not-usable', detail: new TemplateNotUsableError(named, use.unusable).message });
  }
  if (path === 'marketing_messages' && use.category !== 'marketing') {
    const detail = `The template "${named.name}" is ${use.category}, and /marketing_messages takes marketing only.`;
    return denied({ code: 'not-a-marketing-template', detail });
  }
  const { purpose = '' } = use;
  return judgement(eligibility(facts, app, { message: 'template', purpose, template: use }, now), purpose);
}

function judgeFreeForm({ purpose }: GateCall, { app, facts }: GateFacts, now: Milliseconds): Judgement {
  const asked = purpose ?? app.purposes[0]?.purposeId ?? '';
  return judgement(eligibility(facts, app, { message: 'free-form', purpose: asked }, now), purpose);
}

function judgeDirectSend({ message, purpose }: GateCall, { app, facts }: GateFacts, now: Milliseconds): Judgement {
  const { category = 'utility' } = message;
  const use = { category, categorySince: undefined };
  const ofCategory = app.purposes.filter((each) => each.category === category).map(({ purposeId }) => purposeId);
  const asked = purpose === undefined ? ofCategory : [purpose];
  if (asked.length === 0) return denied(reason('unknown-purpose', { purpose: `any of the category ${category}` }));
  const all = asked.map((each) =>
    eligibility(facts, app, { message: 'template', purpose: each, template: { ...use, purpose: each } }, now),
  );
  const denials = all.filter(({ decision }) => decision === 'deny');
  const one = asked.length === 1 && findPurpose(app, asked[0] ?? '') !== undefined ? asked[0] : purpose;
  return judgement(joined(denials.length > 0 ? denials : all), one);
}

/** Decisions that say the same of several purposes, each reason once. */
function joined(decisions: readonly Decision[]): Pick<Decision, 'decision' | 'reasons'> {
  const reasons = new Map(decisions.flatMap((each) => each.reasons).map((each) => [JSON.stringify(each), each]));
  return { decision: decisions[0]?.decision ?? 'deny', reasons: [...reasons.values()] };
}

function judgement(
  { decision, reasons }: Pick<Decision, 'decision' | 'reasons'>,
  purpose: string | undefined,
): Judgement {
  const wouldChange = whatWouldChange(reasons);
  return { decision, reasons, wouldChange, ...(purpose !== undefined && purpose !== '' && { purpose }) };
}

function denied(because: GateReason): Judgement {
  return { decision: 'deny', reasons: [because], wouldChange: whatWouldChange([because]) };
}
