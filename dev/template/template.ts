/** A CloudFormation resource, as synthesised. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A synthesised template with its references answered for this machine. */
export interface Template {
  /** All resources of a type, by logical id, in the template's order, their properties resolved. */
  ofType(type: string): readonly {
    readonly id: string;
    readonly properties: Readonly<Record<string, unknown>>;
    readonly metadata: Readonly<Record<string, unknown>>;
  }[];
}

export const localRegion = 'eu-west-1';
export const localAccount = '000000000000';

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Region': localRegion,
  'AWS::AccountId': localAccount,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'OptLedger-local',
  'AWS::StackId': `arn:aws:cloudformation:${localRegion}:${localAccount}:stack/OptLedger-local/0`,
};

/**
 * Opens a template. `names` gives the resources that live under a fixed name on this machine, by type; every other
 * resource is called by its logical id. Errors: a reference or an intrinsic function that is not known, by its name.
 */
export function openTemplate(
  template: { readonly Resources: Readonly<Record<string, Resource>> },
  names: Readonly<Record<string, string>>,
): Template {
  const resources = template.Resources;
  const nameOf = (id: string): string => names[resources[id]?.Type ?? ''] ?? id;

  function reference(id: string): unknown {
    const pseudo = pseudoParameters[id];
    if (pseudo !== undefined) return pseudo;
    const resource = resources[id];
    if (resource === undefined) {
      // The bootstrap version is CDK's own parameter; nothing that runs reads it.
      if (id === 'BootstrapVersion') return '/local/bootstrap';
      throw new Error(`The template refers to "${id}", which local mode does not know.`);
    }
    return refsAreArns.has(resource.Type) ? arnOf(resource.Type, nameOf(id)) : nameOf(id);
  }

  function attribute(id: string, name: string): unknown {
    const type = resources[id]?.Type ?? '';
    if (name === 'Arn' || name === 'TopicArn') return arnOf(type, nameOf(id));
    if (name === 'StreamArn') return `${arnOf(type, nameOf(id))}/stream/local`;
    if (['Name', 'TopicName', 'QueueName', 'RoleId', 'ApiId'].includes(name)) return nameOf(id);
    // Addresses of things that only exist on AWS (an API's endpoint, a queue's URL): stable, and never called here.
    return `${nameOf(id)}.${name}`;
  }

  const intrinsics: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (argument) => reference(String(argument)),
    'Fn::GetAtt': (argument) => {
      const [id = '', name = ''] = Array.isArray(argument) ? argument.map(String) : String(argument).split(/\.(.*)/);
      return attribute(id, name);
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = resolve(argument) as [string, unknown[]];
      return parts.join(separator);
    },
    'Fn::Sub': (argument) => {
      const [text, values] = (Array.isArray(argument) ? [argument[0], resolve(argument[1])] : [argument, {}]) as [
        string,
        Record<string, unknown>,
      ];
      return text.replace(/\$\{([^}!]+)\}/g, (_, name: string) => {
        const [id = '', ...rest] = name.split('.');
        return String(values[name] ?? (rest.length === 0 ? reference(id) : attribute(id, rest.join('.'))));
      });
    },
    'Fn::Select': (argument) => {
      const [index, values] = resolve(argument) as [number | string, unknown[]];
      return values[Number(index)];
    },
    'Fn::Split': (argument) => {
      const [separator, text] = resolve(argument) as [string, string];
      return text.split(separator);
    },
  };

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve).filter((each) => each !== undefined);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined) {
      const [name, argument] = only;
      if (name === 'Ref' && argument === 'AWS::NoValue') return undefined;
      const intrinsic = intrinsics[name];
      if (intrinsic !== undefined) return intrinsic(argument);
      if (name.startsWith('Fn::')) throw new Error(`Local mode does not know the intrinsic function ${name}.`);
    }
    return Object.fromEntries(
      entries.map(([key, each]) => [key, resolve(each)]).filter(([, each]) => each !== undefined),
    );
  }

  return {
    ofType: (type) =>
      Object.entries(resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, resource]) => ({
          id,
          properties: resolve(resource.Properties ?? {}) as Record<string, unknown>,
          metadata: resource.Metadata ?? {},
        })),
  };
}

/** Types whose `Ref` is an ARN; of all others here it is the name. */
const refsAreArns = new Set(['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine', 'AWS::SecretsManager::Secret']);

function arnOf(type: string, name: string): string {
  const at = `${localRegion}:${localAccount}`;
  switch (type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${localAccount}:role/${name}`;
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${at}:function:${name}`;
    case 'AWS::StepFunctions::StateMachine':
      return `arn:aws:states:${at}:stateMachine:${name}`;
    case 'AWS::DynamoDB::GlobalTable':
    case 'AWS::DynamoDB::Table':
      return `arn:aws:dynamodb:${at}:table/${name}`;
    case 'AWS::Scheduler::ScheduleGroup':
      return `arn:aws:scheduler:${at}:schedule-group/${name}`;
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${at}:log-group:${name}:*`;
    default:
      return `arn:aws:${type.split('::')[1]?.toLowerCase() ?? 'local'}:${at}:${name}`;
  }
}
