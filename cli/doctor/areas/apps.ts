import { area, type Finding } from '../finding.ts';
import type { AppFacts, Stage } from '../stage.ts';

export const appsArea = area('apps', (stage: Stage) => stage.apps(), judgeApps);

/** Whether there is anybody to record consent for, and whether people can say no there. */
export function judgeApps(apps: readonly AppFacts[]): readonly Finding[] {
  if (apps.length === 0) {
    return [
      {
        severity: 'note',
        what: 'There is no app.',
        hurt: 'Nobody yet: nothing can be recorded, and webhooks of every number are kept aside.',
        todo: 'POST /v1/apps (docs/deploy.md, A first key, a first app, a first opt-in).',
      },
    ];
  }
  return apps
    .filter(
      ({ whatsapp, smsNumbers, smsByTwilio = 0 }) =>
        whatsapp === undefined && smsNumbers.length === 0 && smsByTwilio === 0,
    )
    .map(({ appId }) => ({
      severity: 'note',
      what: `The app ${appId} has neither a WhatsApp nor an SMS number.`,
      hurt: 'Whoever says STOP to a number of it: that is kept aside and not recorded.',
      todo: `PATCH /v1/apps/${appId} with whatsapp or smsNumbers.`,
    }));
}
