/** A local mode in a process of its own, for `journey-setup.ts`: says where it is, and stops when its parent goes. */

import { localModeForTests } from '../local-mode.ts';
import { localJourney } from './settings.ts';

const localMode = await localModeForTests(undefined, undefined, true);
process.once('disconnect', () => void localMode.stop().then(() => process.exit()));
process.send?.(localJourney(process.argv[2] ?? '', localMode));
