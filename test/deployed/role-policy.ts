import { functionMetadata } from '../../lambdas/contract/deployment.ts';
import { awsCall, elements } from './aws-call.ts';
import type { Resource, Stage } from './stage.ts';

/** A statement as IAM keeps it. */
export interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

/** The one inline policy of a role of the stack. */
export interface RolePolicy {
  /** The function that calls with it, as routes know it; else `state machine` or `schedules`. */
  readonly owner: string;
  readonly roleName: string;
  readonly policyName: string;
  readonly statements: readonly PolicyStatement[];
}

/** One action on one resource. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
}

const version = '2010-05-08';

/** What the roles of a stage may do, as it is kept now. */
export async function rolePolicies(stage: Stage): Promise<readonly RolePolicy[]> {
  const resources = Object.entries(stage.resources());
  const physical = await stage.physicalIds();
  const policies = resources.filter(([, { Type }]) => Type === 'AWS::IAM::Policy');
  return Promise.all(
    policies.map(async ([, { Properties }]) => {
      const { PolicyName, Roles } = Properties as { PolicyName: string; Roles: readonly { Ref: string }[] };
      const [roleId = ''] = Roles.map(({ Ref }) => Ref);
      const roleName = physical.get(roleId) ?? '';
      const form = { Action: 'GetRolePolicy', Version: version, RoleName: roleName, PolicyName };
      const { text } = await awsCall({ service: 'iam', form });
      const [document = ''] = elements(text, 'PolicyDocument');
      const { Statement } = JSON.parse(decodeURIComponent(document)) as { Statement: readonly PolicyStatement[] };
      return { owner: ownerOf(roleId, resources), roleName, policyName: PolicyName, statements: Statement };
    }),
  );
}

function ownerOf(roleId: string, resources: readonly (readonly [string, Resource])[]): string {
  const user = resources.find(([, { Type, Properties }]) => {
    const role = (Properties?.Role ?? Properties?.RoleArn) as { 'Fn::GetAtt'?: readonly string[] } | undefined;
    return Type !== 'AWS::IAM::Policy' && role?.['Fn::GetAtt']?.[0] === roleId;
  });
  // The role of the schedules is handed over by the exports API; no resource of the stack has it.
  return user === undefined ? 'schedules' : String(user[1].Metadata?.[functionMetadata] ?? 'state machine');
}

/** Gives a role these statements under this name, in place of what it had there. In force at the next call. */
export async function putStatements(policy: RolePolicy, statements: readonly PolicyStatement[]): Promise<void> {
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { roleName: RoleName, policyName: PolicyName } = policy;
  await awsCall({
    service: 'iam',
    form: { Action: 'PutRolePolicy', Version: version, RoleName, PolicyName, PolicyDocument },
  });
}

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

/** Every action on every resource that statements allow. What is denied is judged in the template: the emulator knows no leading keys. */
export function grantsOf(statements: readonly PolicyStatement[]): readonly Grant[] {
  const allowing = statements.filter(({ Effect }) => Effect === 'Allow');
  return allowing.flatMap(({ Action, Resource }) =>
    listOf(Action).flatMap((action) => listOf(Resource).map((resource) => ({ action, resource }))),
  );
}

/** The same statements without one grant. */
export function without(statements: readonly PolicyStatement[], grant: Grant): readonly PolicyStatement[] {
  return statements.flatMap((statement) => {
    const actions = listOf(statement.Action);
    const resources = listOf(statement.Resource);
    if (statement.Effect !== 'Allow') return [statement];
    if (!actions.includes(grant.action) || !resources.includes(grant.resource)) return [statement];
    const others = actions.filter((each) => each !== grant.action);
    const elsewhere = resources.filter((each) => each !== grant.resource);
    return [
      ...(others.length > 0 ? [{ ...statement, Action: others }] : []),
      ...(elsewhere.length > 0 ? [{ ...statement, Action: grant.action, Resource: elsewhere }] : []),
    ];
  });
}
