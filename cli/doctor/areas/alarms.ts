import { type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { area, type Finding } from '../finding.ts';
import type { Stage } from '../stage.ts';

export interface AlarmFacts {
  readonly name: string;
  readonly state: string;
  /** ARNs of the topics that are told, when they are told at all. */
  readonly topics: readonly string[];
}

export interface AlarmsFacts {
  readonly stage: string;
  /** How many the template has. */
  readonly wanted: number;
  readonly alarms: readonly AlarmFacts[];
}

export const alarmsArea = area('alarms', read, judgeAlarms);

/** All alarms of the stage, as CloudWatch has them. */
export async function readAlarms({ stack, clients }: Stage): Promise<readonly AlarmFacts[]> {
  const found: MetricAlarm[] = [];
  // Behind the name of a stack comes a space, so that of `prod` and `prod-2` each has its own.
  for await (const page of paginateDescribeAlarms(
    { client: clients.cloudwatch },
    { AlarmNamePrefix: `${stack.name} ` },
  )) {
    found.push(...(page.MetricAlarms ?? []));
  }
  return found.map(({ AlarmName = '', StateValue = '', ActionsEnabled = true, AlarmActions = [] }) => ({
    name: AlarmName,
    state: StateValue,
    topics: ActionsEnabled ? AlarmActions : [],
  }));
}

async function read(stage: Stage): Promise<AlarmsFacts> {
  const wanted = stage.stack.ofType('AWS::CloudWatch::Alarm').length;
  return { stage: stage.name, wanted, alarms: await readAlarms(stage) };
}

/** Whether somebody is told, and what there is to tell now. */
export function judgeAlarms({ stage, wanted, alarms }: AlarmsFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (alarms.length < wanted) {
    findings.push({
      severity: 'broken',
      what: `${wanted - alarms.length} of ${wanted} alarms are not there.`,
      hurt: 'Whoever relies on being told.',
      todo: 'Deploy again.',
    });
  }
  const mute = alarms.filter(({ topics }) => topics.length === 0);
  if (mute.length > 0) {
    const all = mute.length === alarms.length;
    findings.push({
      severity: 'should',
      what: all ? 'No alarm tells anybody.' : `${mute.length} alarms tell nobody: ${namesOf(mute)}.`,
      hurt: 'Whoever texts STOP while something is broken: nobody learns of it.',
      todo: all
        ? `npx cdk deploy -c stage=${stage} … -c alarmTopicArn=ARN -c ticketTopicArn=ARN`
        : 'aws cloudwatch enable-alarm-actions --alarm-names …, or deploy again',
    });
  }
  for (const severity of ['page', 'ticket'] as const) {
    const off = alarms.filter(({ name, state }) => state === 'ALARM' && name.includes(` ${severity} `));
    if (off.length === 0) continue;
    findings.push({
      severity: severity === 'page' ? 'broken' : 'should',
      what: `In alarm now: ${namesOf(off)}.`,
      hurt: 'Each says so itself, behind Impact.',
      todo: 'aws cloudwatch describe-alarms --state-value ALARM --query "MetricAlarms[].AlarmDescription"; docs/runbook.md has each.',
    });
  }
  return findings;
}

const namesOf = (alarms: readonly AlarmFacts[]): string => alarms.map(({ name }) => name).join(', ');
