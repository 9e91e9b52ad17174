import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { tokenOf } from '../../../lambdas/domain/collection/collection-point.ts';
import type { PersonalLink } from '../../../lambdas/domain/collection/personal-link.ts';

/** A link for a number as links were sealed before they named the API key: version 1. */
export function oldLink(identifierKey: string, { kind, pointId, person, madeAt, expiresAt }: PersonalLink): string {
  if (!('phone' in person)) throw new Error('Old links of the tests name a number.');
  const body = Buffer.alloc(1 + 16 + 4 + 4 + 8);
  body.writeUInt8(kind === 'personal-link' ? 0 : 16);
  body.write(tokenOf(pointId), 1, 16, 'latin1');
  body.writeUInt32BE(madeAt / 1000, 17);
  body.writeUInt32BE(expiresAt / 1000, 21);
  body.writeBigUInt64BE(BigInt(person.phone), 25);
  const head = Buffer.from([1]);
  const iv = randomBytes(12);
  const key = Buffer.from(hkdfSync('sha256', identifierKey, '', 'optledger personal link v1', 32));
  const sealing = createCipheriv('aes-256-gcm', key, iv).setAAD(head);
  const sealed = Buffer.concat([sealing.update(body), sealing.final()]);
  return Buffer.concat([head, iv, sealed, sealing.getAuthTag()]).toString('base64url');
}
