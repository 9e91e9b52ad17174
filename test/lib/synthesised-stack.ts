import { readFileSync } from 'node:fs';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { functionMetadata } from '../../lambdas/contract/deployment.ts';
import type { FunctionName } from '../../lambdas/contract/routes.ts';
import { OptLedgerStack } from '../../lib/optledger-stack.ts';
import { stageSettings } from '../../lib/stage-settings.ts';

type Json = Readonly<Record<string, unknown>>;

/** A resource of a template, with its logical id. */
export interface Found {
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
  readonly metadata: Json;
}

/** A statement of a policy, its lists always lists and its resources as text. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** How the partitions of the table begin to which it is limited. */
  readonly leadingKeys?: readonly string[];
}

export interface SynthesisedStack {
  readonly app: App;
  readonly stack: Stack;
  readonly template: Template;
  ofType(type: string): readonly Found[];
  /** The only resource of a type; where there are several, the only one of a construct of the stack (its logical id begins with it). */
  only(type: string, construct?: string): Found;
  /** The deployed function of this name. */
  functionNamed(name: FunctionName): Found;
  /** All statements of the role of the function of this name. */
  permissionsOf(name: FunctionName): readonly Statement[];
}

const cdkJson = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as { context: Json };

/** The app as `cdk.json` configures it, without bundling and without CloudFormation's own validator, which take most of the time. */
export function newApp(context: Json = {}): App {
  return new App({
    context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [], ...context },
    builtinCloudFormationValidation: false,
  });
}

/** What this worker has synthesised, by its context. */
const synthesised = new Map<string, SynthesisedStack>();

/** Synthesises one stage, each context once for all files of a worker: what it answers is read only, and its template frozen. */
export function synthesise(context: Json = {}): SynthesisedStack {
  // What stageSettings() takes for the stage when nobody says.
  const key = JSON.stringify({ stage: 'dev', ...context });
  const known = synthesised.get(key);
  if (known !== undefined) return known;
  const app = newApp(context);
  const stack = describeStack(app, new OptLedgerStack(app, stageSettings(app.node)));
  deepFreeze(stack.template.toJSON());
  synthesised.set(key, stack);
  return stack;
}

let bothStages: readonly [dev: SynthesisedStack, prod: SynthesisedStack] | undefined;

/** Two stages in one app, also once for all files of a worker. */
export function twoStages(): readonly [dev: SynthesisedStack, prod: SynthesisedStack] {
  if (bothStages !== undefined) return bothStages;
  const app = newApp();
  const settings = stageSettings(app.node);
  const [dev, prod] = [
    new OptLedgerStack(app, { ...settings, stage: 'dev' }),
    new OptLedgerStack(app, { ...settings, stage: 'prod' }),
  ];
  bothStages = [describeStack(app, dev), describeStack(app, prod)];
  for (const { template } of bothStages) deepFreeze(template.toJSON());
  return bothStages;
}

function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}

/** Reads a synthesised stack. */
export function describeStack(app: App, stack: Stack): SynthesisedStack {
  const template = Template.fromStack(stack);
  const resources = Object.entries(template.toJSON().Resources as Record<string, Record<string, unknown>>);
  const all: Found[] = resources.map(([id, resource]) => ({
    id,
    type: String(resource.Type),
    properties: (resource.Properties ?? {}) as Json,
    metadata: (resource.Metadata ?? {}) as Json,
  }));
  const ofType = (type: string): readonly Found[] => all.filter((each) => each.type === type);
  const functionNamed = (name: FunctionName): Found => {
    const [found, ...others] = ofType('AWS::Lambda::Function').filter(
      (each) => each.metadata[functionMetadata] === name,
    );
    if (found === undefined || others.length > 0)
      throw new Error(`${name} is deployed ${others.length + (found ? 1 : 0)} times.`);
    return found;
  };
  return {
    app,
    stack,
    template,
    ofType,
    only(type, construct = '') {
      const all = ofType(type).filter(({ id }) => id.startsWith(construct));
      const [found, ...others] = all;
      if (found === undefined || others.length > 0) throw new Error(`There are ${all.length} of ${type} ${construct}.`);
      return found;
    },
    functionNamed,
    permissionsOf(name) {
      const role = referred(functionNamed(name).properties.Role);
      const policies = ofType('AWS::IAM::Policy').filter(({ properties }) =>
        (properties.Roles as unknown[]).some((each) => referred(each) === role),
      );
      return policies.flatMap(({ properties }) => statementsOf(properties.PolicyDocument));
    },
  };
}

/** The statements of a policy document that allow something; what they deny is judged in `constructs/table/foreign-partitions.test.ts`. */
export function statementsOf(document: unknown): readonly Statement[] {
  const { Statement: statements } = document as {
    Statement: readonly {
      Effect: string;
      Action: unknown;
      Resource: unknown;
      Condition?: Record<string, Record<string, string[]>>;
    }[];
  };
  const allowing = statements.filter(({ Effect }) => Effect === 'Allow');
  return allowing.map(({ Action, Resource, Condition }) => {
    const leadingKeys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
    return {
      actions: listOf(Action).map(String),
      resources: listOf(Resource).map(spell),
      ...(leadingKeys !== undefined && { leadingKeys }),
    };
  });
}

/** A metric that an alarm watches, alone or with others by metric math. */
export interface AlarmedMetric {
  readonly alarm: Found;
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly Period: number;
  readonly Stat: string;
}

/** All metrics that alarms watch. Each is paid for. */
export function metricsOfAlarms({ ofType }: Pick<SynthesisedStack, 'ofType'>): readonly AlarmedMetric[] {
  return ofType('AWS::CloudWatch::Alarm').flatMap((alarm): AlarmedMetric[] => {
    const { Metrics } = alarm.properties as { readonly Metrics?: readonly { readonly MetricStat?: Json }[] };
    const watched: readonly Json[] =
      Metrics === undefined
        ? [alarm.properties]
        : Metrics.flatMap(({ MetricStat }) => (MetricStat === undefined ? [] : [MetricStat]));
    return watched.map((each) => {
      const { Namespace, MetricName, Dimensions = [] } = (each.Metric ?? each) as Json;
      const stat = each.Stat ?? each.Statistic ?? each.ExtendedStatistic;
      const named = { Namespace: String(Namespace), MetricName: String(MetricName), Stat: String(stat) };
      return { alarm, ...named, Period: Number(each.Period), Dimensions: Dimensions as AlarmedMetric['Dimensions'] };
    });
  });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** The logical id behind `Ref` or `Fn::GetAtt`. */
export function referred(value: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: readonly string[] };
  return Ref ?? attribute?.[0] ?? '';
}

/** A value of a template as text: `{Id}` for a reference, `{Id.Attribute}` for an attribute. */
export function spell(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as { Ref?: string; 'Fn::GetAtt'?: readonly string[]; 'Fn::Join'?: [string, unknown[]] };
  if (Ref !== undefined) return `{${Ref}}`;
  if (attribute !== undefined) return `{${attribute.join('.')}}`;
  if (join !== undefined) return join[1].map(spell).join(join[0]);
  return JSON.stringify(value);
}
