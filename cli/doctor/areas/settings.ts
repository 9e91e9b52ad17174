import { environment } from '../../../lambdas/contract/environment.ts';
import { area, type Finding } from '../finding.ts';
import type { Stage } from '../stage.ts';

export interface SettingsFacts {
  readonly stage: string;
  /** Whether any function keeps concurrent runs for itself. */
  readonly reserves: boolean;
  /** Whether silence of Meta is an alarm. */
  readonly hearsSilence: boolean;
  /** The address on links and codes; undefined = the API's own. */
  readonly publicUrl: string | undefined;
  readonly graphUrl: string | undefined;
  readonly ownAddressClosed: boolean;
}

export const settingsArea = area('settings', read, judgeSettings);

async function read({ name, stack }: Stage): Promise<SettingsFacts> {
  const functions = stack.ofType('AWS::Lambda::Function').map(({ Properties }) => Properties ?? {});
  const variable = (wanted: string): unknown =>
    functions
      .map(
        ({ Environment }) => (Environment as { Variables?: Record<string, unknown> } | undefined)?.Variables?.[wanted],
      )
      .find((value) => value !== undefined);
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const [api] = stack.ofType('AWS::ApiGatewayV2::Api');
  return {
    stage: name,
    reserves: functions.some(({ ReservedConcurrentExecutions: kept }) => kept !== undefined),
    hearsSilence: stack
      .ofType('AWS::CloudWatch::Alarm')
      .some(
        ({ Properties }) => Properties?.MetricName === 'Invocations' && Properties.TreatMissingData === 'breaching',
      ),
    // The API's own address is a reference in the template; a domain is a text.
    publicUrl: text(variable(environment.publicUrl)),
    graphUrl: text(variable(environment.graphUrl)),
    ownAddressClosed: api?.Properties?.DisableExecuteApiEndpoint === true,
  };
}

/** What was not set at the deployment and a stage for real people needs. */
export function judgeSettings(facts: SettingsFacts): readonly Finding[] {
  const { stage, reserves, hearsSilence, publicUrl, graphUrl, ownAddressClosed } = facts;
  const findings: Finding[] = [];
  const deploy = (setting: string) => `npx cdk deploy -c stage=${stage} … -c ${setting}`;
  if (!reserves) {
    findings.push({
      severity: 'should',
      what: 'No concurrent runs are kept for STOPs (accountConcurrency is not set).',
      hurt: 'Whoever texts STOP while an export, a flood or another workload takes all runs of the account.',
      todo: deploy('accountConcurrency=1000, with the number of the account (docs/deploy.md, Concurrency)'),
    });
  }
  if (!hearsSilence) {
    findings.push({
      severity: 'should',
      what: 'Silence of Meta wakes nobody (silenceHours is not set).',
      hurt: 'Everybody who says STOP on WhatsApp after the subscription, the domain or the app in Meta has broken.',
      todo: `${deploy('silenceHours=6')}, once people write every day`,
    });
  }
  if (publicUrl === undefined) {
    findings.push({
      severity: 'note',
      what: "Links and QR codes carry the API's own address (publicUrl is not set).",
      hurt: 'Whoever scans a printed code after the stage was made anew: that address goes away with the stack.',
      todo: `${deploy('publicUrl=https://consent.example.com')}, before anything is printed (docs/deploy.md, A domain of your own)`,
    });
  } else if (!ownAddressClosed) {
    findings.push({
      severity: 'note',
      what: "The API's own address is open beside the domain (closeOwnAddress is not set).",
      hurt: 'Nobody by itself; but whatever protects the domain can be gone around.',
      todo: deploy('closeOwnAddress=true, once Meta has the new callback URL'),
    });
  }
  if (graphUrl !== undefined && !graphUrl.startsWith('https://graph.facebook.com/')) {
    findings.push({
      severity: 'should',
      what: `Messages are not sent to Meta but to ${new URL(graphUrl).host} (graphUrl).`,
      hurt: 'Whoever waits for a confirmation, unless somebody there passes it on.',
      todo: `Deploy without graphUrl, if this is no test.`,
    });
  }
  return findings;
}
