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
import { type Area, NotChecked, type Report, type Unread } from './finding.ts';
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
      unread.push({ area: name, why: reasonOf(error) });
    }
  }
  return { stack: stage.stack.name, region: stage.region, findings, unread, right };
}

/** Errors of AWS say by class and sentence what was refused; of others only the class is told, as they may quote what was read. */
function reasonOf(error: unknown): string {
  if (error instanceof NotChecked) return error.message;
  if (!(error instanceof Error)) return 'it failed';
  const isOfAws = '$metadata' in error || '$response' in error;
  const [sentence = ''] = error.message.split('\n');
  return isOfAws ? `${error.name}: ${sentence.slice(0, 300)}` : error.constructor.name;
}
