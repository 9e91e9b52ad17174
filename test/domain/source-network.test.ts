import { expect, it } from 'vitest';
import { networkOf } from '../../lambdas/domain/source-network.ts';

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['0:0:0:0:0:FFFF:192.0.2.1', '192.0.2.1'],
  ['2001:db8:0:1::1', '2001:db8:0'],
  ['2001:0DB8:0000:ffff:1:2:3:4', '2001:db8:0'],
  ['2001:db8::1', '2001:db8:0'],
  ['2001:db8:1::192.0.2.1', '2001:db8:1'],
  ['2001::192.0.2.1', '2001:0:0'],
  ['::1', '0:0:0'],
  ['::', '0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0'],
  ['', ''],
])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
