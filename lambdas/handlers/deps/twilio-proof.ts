import type { AppSecrets } from '../../adapters/aws/app-secrets.ts';
import {
  judgeTwilioSignature,
  parseTwilioSigning,
  type TwilioRequest,
} from '../../adapters/providers/twilio/signature.ts';
import { metrics } from '../../contract/metrics.ts';
import { countMetric } from '../../edge/runtime/count-metric.ts';

export interface TwilioProofDeps {
  readonly secrets: AppSecrets;
  /** What the stage has for apps without an account of their own; undefined = nothing. */
  readonly stageSecret: unknown;
  readonly now: () => number;
}

/** Whether Twilio signed it for this app. What fits is looked for once more in a secret that may have changed meanwhile. */
export async function isTwilios(deps: TwilioProofDeps, appId: string, request: TwilioRequest): Promise<boolean> {
  const holds = (secret: unknown): boolean => {
    const signing = parseTwilioSigning(secret);
    return signing !== undefined && judgeTwilioSignature(request, signing) === 'signed';
  };
  const own = await deps.secrets.read(appId, 'twilio');
  if (holds(own ?? deps.stageSecret)) return true;
  const anew = await deps.secrets.readAnew(appId, 'twilio');
  if (anew !== undefined && holds(anew)) return true;
  countMetric(metrics.signatureRefused, 1, deps.now());
  return false;
}
