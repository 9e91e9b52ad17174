import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';
import { openClients } from './clients.ts';
import { doctorUsage } from './doctor-usage.ts';
import { areas, examine } from './examine.ts';
import { printedReport } from './print-report.ts';
import { readStack } from './stack.ts';
import { openStage } from './stage.ts';

/** Looks at a deployed stage and prints what it found. Answers the exit code. Throws UsageError, and what keeps the stack from being read. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stage: { type: 'string' },
      json: { type: 'boolean', default: false },
      skip: { type: 'string', multiple: true, default: [] },
    },
  });
  const { stage: name, json, skip } = values;
  if (name === undefined) throw new UsageError(doctorUsage);
  const unknown = skip.filter((each) => !areas.some((area) => area.name === each));
  if (unknown.length > 0) {
    const known = areas.map((area) => area.name).join(', ');
    throw new UsageError(`There is no area ${unknown.join(', ')}. There are: ${known}.`);
  }
  const clients = openClients();
  const stack = await readStack(clients, `OptLedger-${name}`);
  const region = await clients.cloudformation.config.region();
  const report = await examine(openStage(name, region, stack, clients), skip);
  console.log(json ? JSON.stringify(report, undefined, 2) : printedReport(report));
  return report.findings.some(({ severity }) => severity === 'broken') ? 1 : 0;
}
