import { unknownName } from '../nearest.ts';
import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { openClients } from './clients.ts';
import { areas, examine } from './examine.ts';
import { printedReport } from './print-report.ts';
import { readStack } from './stack.ts';
import { openStage } from './stage.ts';

/** Looks at a deployed stage and prints what it found. Answers the exit code. Throws UsageError, and what keeps the stack from being read. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, {
    stage: { type: 'string' },
    json: { type: 'boolean', default: false },
    skip: { type: 'string', multiple: true, default: [] },
  });
  const { stage: name, json, skip } = values;
  if (name === undefined) throw new UsageError('Say which stage: --stage prod.');
  const names = areas.map((area) => area.name);
  const unknown = skip.find((each) => !names.includes(each));
  if (unknown !== undefined) throw new UsageError(unknownName('area', unknown, names));
  const clients = openClients();
  const stack = await readStack(clients, `OptLedger-${name}`);
  const region = await clients.cloudformation.config.region();
  const report = await examine(openStage(name, region, stack, clients), skip);
  console.log(json ? JSON.stringify(report, undefined, 2) : printedReport(report));
  return report.findings.some(({ severity }) => severity === 'broken') ? 1 : 0;
}
