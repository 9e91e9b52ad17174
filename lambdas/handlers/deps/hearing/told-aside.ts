import { logger } from '../../../edge/runtime/logger.ts';
import type { KeptAside } from '../../../use-cases/messages/ports.ts';

/** Says of everything that is kept aside why it was, so that the log can be counted by it. */
export function toldAside(aside: KeptAside): KeptAside {
  return {
    keep: async (why, part) => {
      await aside.keep(why, part);
      logger.info('kept aside', { code: why });
    },
  };
}
