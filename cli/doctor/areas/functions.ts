import { area, type Finding } from '../finding.ts';
import type { FunctionFacts, Stage } from '../stage.ts';

export const functionsArea = area('functions', (stage: Stage) => stage.functions(), judgeFunctions);

/** Whether every function can run, and runs as it was deployed. */
export function judgeFunctions(functions: readonly FunctionFacts[]): readonly Finding[] {
  const findings = functions.flatMap(judgeFunction);
  const changed = functions.filter(({ changedAt, template }) => changedAt > template.deployedAt);
  if (changed.length > 0) {
    findings.push({
      severity: 'note',
      what: `Changed by hand after the last deployment: ${changed.map(({ name }) => name).join(', ')}.`,
      hurt: 'Nobody, if it was the rotation of a secret; else these functions are not the version of the others.',
      todo: 'If nobody rotated a secret, deploy again: aws lambda get-function-configuration shows what is there.',
    });
  }
  return findings;
}

function judgeFunction(facts: FunctionFacts): Finding[] {
  const { name, physicalName, state, lastUpdate, reserved, environment, template } = facts;
  const findings: Finding[] = [];
  const wanted = template.Properties ?? {};
  if (state === 'Missing') {
    return [
      {
        severity: 'broken',
        what: `${name} was deleted.`,
        hurt: 'Whoever it serves (docs/runbook.md, Functions that fail).',
        todo: 'Deploy a changed version of it: CloudFormation believes that it is there.',
      },
    ];
  }
  if (state === 'Failed' || lastUpdate === 'Failed') {
    findings.push({
      severity: 'broken',
      what: `${name} is in the state ${state}, its last update ${lastUpdate}.`,
      hurt: 'Whoever it serves (docs/runbook.md, Functions that fail).',
      todo: `aws lambda get-function-configuration --function-name ${physicalName} says why; deploy again.`,
    });
  } else if (state === 'Pending' || lastUpdate === 'InProgress') {
    findings.push({
      severity: 'note',
      what: `${name} is being changed.`,
      hurt: 'Nobody; for a moment the version before answers.',
      todo: 'Ask again in a minute.',
    });
  }
  if (reserved === 0) {
    findings.push({
      severity: 'broken',
      what: `${name} is switched off: it may have no concurrent run.`,
      hurt: 'Everybody whom it serves: each call is refused.',
      todo: `If nobody restores the table just now: aws lambda delete-function-concurrency --function-name ${physicalName}, then deploy again.`,
    });
  }
  const { Variables = {} } = (wanted.Environment ?? {}) as { Variables?: Record<string, unknown> };
  const missing = Object.keys(Variables).filter((each) => !(each in environment));
  if (missing.length > 0) {
    findings.push({
      severity: 'broken',
      what: `${name} lacks the variables ${missing.join(', ')}, which were deployed.`,
      hurt: 'Whoever it serves: it does not start.',
      todo: 'Deploy again.',
    });
  }
  const differs = (
    [
      ['its timeout', wanted.Timeout, facts.timeout],
      ['its memory', wanted.MemorySize, facts.memory],
      ['what is reserved for it', wanted.ReservedConcurrentExecutions, reserved === 0 ? undefined : reserved],
    ] as const
  ).filter(([, is, was]) => is !== undefined && was !== undefined && Number(is) !== Number(was));
  if (differs.length > 0) {
    findings.push({
      severity: 'should',
      what: `Of ${name} ${differs.map(([what]) => what).join(' and ')} is not as deployed.`,
      hurt: 'Whoever calls it under load: sizes were chosen together.',
      todo: 'Deploy again.',
    });
  }
  return findings;
}
