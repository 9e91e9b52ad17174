import { area, type Finding } from '../finding.ts';
import type { Stage } from '../stage.ts';

export interface StackFacts {
  readonly stage: string;
  readonly name: string;
  readonly status: string;
  readonly isProtected: boolean;
  /** Logical ids of resources whose last change failed. */
  readonly failed: readonly string[];
}

export const stackArea = area('stack', read, judgeStack);

async function read({ name: stage, stack }: Stage): Promise<StackFacts> {
  const { name, status, isProtected, resources } = stack;
  const failed = resources.filter((each) => each.status.endsWith('_FAILED')).map(({ logicalId }) => logicalId);
  return { stage, name, status, isProtected, failed };
}

/** Whether the stack is whole, and whether a wrong command can take it away. */
export function judgeStack({ stage, name, status, isProtected, failed }: StackFacts): readonly Finding[] {
  const findings: Finding[] = [];
  const events = `aws cloudformation describe-stack-events --stack-name ${name}`;
  if (status.endsWith('_IN_PROGRESS')) {
    findings.push({
      severity: 'note',
      what: `The stack is being changed (${status}).`,
      hurt: 'What else stands here may be true of the version before.',
      todo: 'Wait until it is done, and ask again.',
    });
  } else if (status === 'UPDATE_ROLLBACK_COMPLETE' || status === 'IMPORT_ROLLBACK_COMPLETE') {
    findings.push({
      severity: 'should',
      what: 'The last deployment failed and was taken back: the version before it runs.',
      hurt: 'Whoever believes that the new version is out.',
      todo: `${events} says which resource was refused; mend it and deploy again.`,
    });
  } else if (!['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'].includes(status)) {
    findings.push({
      severity: 'broken',
      what: `The stack is in the state ${status}.`,
      hurt: 'Parts of the service are missing or of different versions; a STOP may find no way in.',
      todo: `${events} says why; then aws cloudformation continue-update-rollback --stack-name ${name}, or deploy again.`,
    });
  }
  if (failed.length > 0) {
    findings.push({
      severity: 'broken',
      what: `These resources failed in the last deployment: ${failed.join(', ')}.`,
      hurt: 'What they do is done by an older version, or not at all.',
      todo: `${events} says why; mend it and deploy again.`,
    });
  }
  if (!isProtected && stage !== 'dev') {
    findings.push({
      severity: 'should',
      what: 'The stack can be destroyed by one command.',
      hurt: 'Everybody: its address, its topic and its schedules would be gone, and the next stage begins with an empty table.',
      todo: `aws cloudformation update-termination-protection --enable-termination-protection --stack-name ${name}`,
    });
  }
  return findings;
}
