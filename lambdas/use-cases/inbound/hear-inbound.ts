import type { App } from '../../domain/app/app.ts';
import { isRefusal } from '../../domain/errors.ts';
import { atNumber } from '../../domain/inbound/at-number.ts';
import { decideInbound } from '../../domain/inbound/decide-inbound.ts';
import type { InboundAct, InboundItem, PersonalItem, TemplateItem } from '../../domain/inbound/inbound-act.ts';
import type { ForApp, InboundDecision } from '../../domain/inbound/inbound-decision.ts';
import { wantedFor } from '../../domain/inbound/wanted.ts';
import { inLanes } from '../ledger/in-lanes.ts';
import { hearTemplateEvent } from '../templates/hear-template-event.ts';
import { answerHelp } from './answer-help.ts';
import { type InboundDeps, needed } from './inbound-deps.ts';
import { type Happening, type InboundReport, inboundReport } from './inbound-report.ts';
import { lookUp } from './look-up.ts';
import { type Owner, ownersOf } from './owners.ts';
import { recordChange } from './record-change.ts';

/** How many people are recorded at a time: a delivery of 1,000 changes has to end well within a provider's patience. */
const atOnce = 8;

/**
 * Records a whole delivery of whichever provider. People go side by side, the items of one person one after the other in the order in
 * which they came; a failure of one item, or of one app on a number, does not keep the others from being recorded. Safe to repeat. Never
 * rejects: what was not stored is in the report.
 */
export async function hearInbound(deps: InboundDeps, items: readonly InboundItem[]): Promise<InboundReport> {
  const known = new Map<string, Promise<readonly Owner[]>>();
  const ownersAt = (item: PersonalItem) => {
    const number = `${item.channel} ${item.receivedBy} ${item.provenBy}`;
    const found = known.get(number) ?? ownersOf(deps.apps, item);
    known.set(number, found);
    return found;
  };
  const happenings = await inLanes(items, lanesOf, (item) => hear(deps, ownersAt, item), atOnce);
  return inboundReport(happenings.flat());
}

async function hear(
  deps: InboundDeps,
  ownersAt: (item: PersonalItem) => Promise<readonly Owner[]>,
  item: InboundItem,
): Promise<readonly Happening[]> {
  if (item.event === 'ignored') return [];
  try {
    if (item.event === 'template') return await hearTemplate(deps, item);
    if (!('person' in item)) {
      await deps.aside.keep(item.why, item.part);
      return [item.event === 'lost' ? 'webhookLost' : 'unreadableKept'];
    }
    const owners = await ownersAt(item);
    if (owners.length === 0) return await keep(deps, unknownNumber, item.part);
    const apps = owners.map(({ app }) => app);
    const here = hereOf(item, owners);
    const decision = decideInbound(here, apps, await lookUp(deps, wantedFor(here, apps)));
    const happenings = await comeTo(deps, here, decision);
    // Last: nothing that is told of a message keeps a no from being recorded.
    if (here.event === 'message' && decision.come !== 'keep-aside') await tell(deps, apps, here);
    return happenings;
  } catch (failure) {
    return orKeep(deps, failure, item.part);
  }
}

/** What was decided of an item is done: a failure of one app keeps no other from recording its own. */
async function comeTo(deps: InboundDeps, here: PersonalItem, decision: InboundDecision): Promise<readonly Happening[]> {
  switch (decision.come) {
    case 'nothing':
      return [];
    case 'keep-aside':
      return keep(deps, decision.why, here.part);
    case 'help':
      return here.event === 'message' ? answerHelp(deps, decision.apps, here) : [];
    case 'record': {
      const failed = (failure: unknown) => orKeep(deps, failure, here.part);
      const happenings: Happening[] = [];
      for (const each of decision.apps) happenings.push(...(await recordFor(deps, each).catch(failed)));
      return happenings;
    }
  }
}

/** A message is told to all apps on its number that want that: before it is acknowledged, and the same again tells nothing new. */
async function tell({ events }: InboundDeps, apps: readonly App[], act: InboundAct): Promise<void> {
  for (const app of apps) await events?.message(app, act);
}

/** What is not understood of it is kept aside only after what makes the template stricter is stored. */
async function hearTemplate(deps: InboundDeps, item: TemplateItem): Promise<readonly Happening[]> {
  const { isLost, template } = await hearTemplateEvent(needed(deps.templates), item);
  if (template !== undefined) await deps.events?.template(template, item);
  const lost: readonly Happening[] = isLost ? ['templateLost'] : [];
  return item.isUnclear ? [...lost, ...(await keep(deps, 'template-unclear', item.part))] : lost;
}

async function recordFor(deps: InboundDeps, { app, changes, isUnclear }: ForApp): Promise<readonly Happening[]> {
  const happenings: Happening[] = isUnclear ? ['ambiguousStop'] : [];
  if (changes.some(({ record }) => record === 'handover')) happenings.push('handedOver');
  for (const change of changes) {
    const noHeardAfter = await recordChange(deps, app, change);
    if (noHeardAfter !== undefined) happenings.push({ noHeardAfter });
  }
  return happenings;
}

const unknownNumber = 'unknown-number';
function hereOf(item: PersonalItem, [owner]: readonly Owner[]): PersonalItem {
  const { app, portfolio, isFormer } = owner ?? {};
  return app === undefined || portfolio === undefined || isFormer === undefined
    ? item
    : atNumber(item, app, { portfolio, isFormer });
}

/** What will fail alike at every delivery is kept aside instead. */
async function orKeep(deps: InboundDeps, failure: unknown, part: unknown): Promise<readonly Happening[]> {
  if (!isRefusal(failure)) return [{ failure }];
  try {
    return await keep(deps, `refused-${failure.code}`, part);
  } catch (unkept) {
    return [{ failure: unkept }];
  }
}

async function keep({ aside }: InboundDeps, why: string, part: unknown): Promise<readonly Happening[]> {
  await aside.keep(why, part);
  // A number that was forgotten, or is tried out: it brings all its messages, and wakes nobody with each.
  return [why === unknownNumber ? 'unknownNumberKept' : 'unreadableKept'];
}

/** Under which identifiers a person's items queue up: any shared one keeps their order. */
function lanesOf(item: InboundItem): string[] {
  if (item.event === 'template') return [`template ${item.template.name}`];
  if (!('person' in item)) return [];
  const { phone, bsuid, parentBsuid } = item.person;
  const becomes =
    item.event === 'identifiers-changed' ? [item.becomes.phone, item.becomes.bsuid, item.becomes.parentBsuid] : [];
  return [phone, bsuid, parentBsuid, ...becomes].filter((identifier) => identifier !== undefined);
}
