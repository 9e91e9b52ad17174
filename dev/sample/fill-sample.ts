import type { FrontDoor } from '../outside-world/known-apps.ts';
import type { Simulator } from '../outside-world/simulator.ts';

/** What making the sample needs of the local mode that it is made in. */
export interface SampleSystem extends FrontDoor {
  readonly simulate: Pick<Simulator, 'sms' | 'clock'>;
  settle(): Promise<void>;
}

export async function fillSample(
  _system: SampleSystem,
  _progress: (done: number, total: number) => void,
): Promise<void> {}
