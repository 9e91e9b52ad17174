import { putStatements, rolePolicies } from './role-policy.ts';
import type { Stage } from './stage.ts';

/**
 * The emulator checks every schedule as `schedule/default/NAME`, whatever its group, where AWS checks `schedule/GROUP/NAME`
 * (docs/emulated-aws.md). The role, not the stack, is given that spelling; the group itself is judged in the template.
 */
export async function spellSchedulesAsTheEmulator(stage: Stage): Promise<void> {
  for (const policy of await rolePolicies(stage)) {
    const spelled = policy.statements.map((statement) => {
      const { Resource } = statement;
      if (typeof Resource !== 'string' || !Resource.includes(':scheduler:')) return statement;
      return { ...statement, Resource: Resource.replace(/:schedule\/.*$/, ':schedule/default/*') };
    });
    if (JSON.stringify(spelled) !== JSON.stringify(policy.statements)) await putStatements(policy, spelled);
  }
}
