import { environment } from '../../../contract/environment.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';

/** Units a second that the stage gives to a key without a rate of its own. */
export function stageRate(): number {
  return Number(requireEnv(environment.keyRate));
}
