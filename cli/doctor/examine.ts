import { addressArea } from './areas/address.ts';
import { alarmsArea } from './areas/alarms.ts';
import { appsArea } from './areas/apps.ts';
import { deadLettersArea } from './areas/dead-letters.ts';
import { functionsArea } from './areas/functions.ts';
import { mappingsArea } from './areas/mappings.ts';
import { concurrencyArea, requestsArea } from './areas/quotas.ts';
import { secretsArea } from './areas/secrets.ts';
import { settingsArea } from './areas/settings.ts';
import { smsAccountArea, smsNumbersArea } from './areas/sms.ts';
import { stackArea } from './areas/stack.ts';
import { expiryArea, recoveryArea, tableArea } from './areas/table.ts';
import { smsTopicArea, subscribersArea } from './areas/topics.ts';
import { whatsappArea } from './areas/whatsapp.ts';
import { type Area, type Finding, NotChecked, type Report, type Unread } from './finding.ts';
import type { Stage } from './stage.ts';

/** What is looked at, in the order in which it is told. */
export const areas: readonly Area[] = [
  stackArea,
  functionsArea,
  secretsArea,
  tableArea,
  recoveryArea,
  expiryArea,
  mappingsArea,
  deadLettersArea,
  alarmsArea,
  subscribersArea,
  addressArea,
  appsArea,
  whatsappArea,
  smsTopicArea,
  smsNumbersArea,
  smsAccountArea,
  concurrencyArea,
  requestsArea,
  settingsArea,
];

/**
 * Looks at every area of a stage and changes nothing. What cannot be read is told as unread, never as right, and keeps nothing
 * else from being looked at.
 *
 * @param skipped names of areas that are left out
 */
export async function examine(
  stage: Stage,
  skipped: readonly string[] = [],
  looked: readonly Area[] = areas,
): Promise<Report> {
  const [findings, unread, right]: [Report['findings'][number][], Unread[], string[]] = [[], [], []];
  for (const { name, examine: look } of looked) {
    if (skipped.includes(name)) {
      unread.push({ area: name, why: 'left out by --skip' });
      continue;
    }
    try {
      const found = await look(stage);
      findings.push(...found.map((each) => ({ ...each, area: name })));
      if (found.length === 0) right.push(name);
    } catch (error) {
      const why = reasonOf(error);
      if (isGone(error)) findings.push({ ...gone(why), area: name });
      else unread.push({ area: name, why });
    }
  }
  return { stack: stage.stack.name, region: stage.region, findings, unread, right };
}

/** Each service has a class of its own for what is not there. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && '$metadata' in error && /NotFound|NonExistent|DoesNotExist/.test(error.name);

const gone = (why: string): Finding => ({
  severity: 'broken',
  what: `Something that was deployed is gone: ${why}.`,
  hurt: 'Whoever it served; what else belongs to it was not looked at.',
  todo: 'Deploy again. A table is restored, never made anew: docs/runbook.md.',
});

/** Errors of AWS say by class and sentence what was refused; of others only the class is told, as they may quote what was read. */
function reasonOf(error: unknown): string {
  if (error instanceof NotChecked) return error.message;
  if (!(error instanceof Error)) return 'it failed';
  if (!('$metadata' in error)) return error.constructor.name;
  const { httpStatusCode: status } = error.$metadata as { httpStatusCode?: number };
  const [sentence = ''] = error.message.split('\n');
  return `${error.name}${status === undefined ? '' : ` (${status})`}: ${sentence.slice(0, 300)}`;
}
