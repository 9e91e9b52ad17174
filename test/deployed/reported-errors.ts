import { functionMetadata } from '../../lambdas/contract/deployment.ts';
import { awsCall } from './aws-call.ts';
import type { Stage } from './stage.ts';

/** Which functions of a stage logged errors since a time (epoch ms), and of what class: where to look when something failed. */
export async function reportedErrors(stage: Stage, since: number): Promise<string> {
  const physical = await stage.physicalIds();
  const lines: string[] = [];
  for (const [, { Metadata, Properties }] of Object.entries(stage.resources())) {
    const name = Metadata?.[functionMetadata];
    const log = (Properties?.LoggingConfig as { LogGroup?: { Ref?: string } } | undefined)?.LogGroup?.Ref;
    if (name === undefined || log === undefined) continue;
    const counts = new Map<string, number>();
    for (const error of await errorsIn(physical.get(log) ?? '', since)) counts.set(error, (counts.get(error) ?? 0) + 1);
    for (const [error, count] of counts) lines.push(`  ${name}: ${error}, ${count} times${hint(error)}`);
  }
  return lines.length === 0 ? 'No function logged an error.' : `What the functions logged:\n${lines.join('\n')}`;
}

const hint = (error: string): string =>
  /AccessDenied/.test(error) ? ' (its role lacks a grant: compare lib/constructs with docs/permissions.md)' : '';

async function errorsIn(logGroupName: string, startTime: number): Promise<readonly string[]> {
  const { text } = await awsCall({
    service: 'logs',
    target: 'Logs_20140328.FilterLogEvents',
    json: { logGroupName, startTime, limit: 10_000 },
  });
  const { events = [] } = JSON.parse(text) as { events?: { message: string }[] };
  return events.flatMap(({ message }) => {
    const line = message.trim();
    if (!line.startsWith('{') || !line.includes('"ERROR"')) return [];
    const { error, message: what } = JSON.parse(line) as { error?: unknown; message?: unknown };
    return [String(error ?? what)];
  });
}
