import { hkdfSync } from 'node:crypto';
import type { CallbackSecrets } from '../../use-cases/callbacks/ports.ts';

/** Bytes of a secret: the length of the hash that it is used with. */
const secretBytes = 32;

/**
 * The secrets of endpoints lie nowhere: each is made of the secret of the stage, the endpoint's random id and the number of its rotation
 * (HKDF with SHA-256, RFC 5869; decision 0070).
 *
 * @param stageKey 64 hexadecimal characters
 */
export function callbackSecrets(stageKey: () => Promise<string>): CallbackSecrets {
  return {
    async of(endpointId, version) {
      const stage = Buffer.from(await stageKey(), 'hex');
      const made = hkdfSync('sha256', stage, endpointId, `optledger callback ${version}`, secretBytes);
      return `whsec_${Buffer.from(made).toString('base64')}`;
    },
  };
}
