import { Resolver } from 'node:dns/promises';
import type { ResolveName } from '../../use-cases/callbacks/ports.ts';

/**
 * Asks the name servers of the machine for the addresses of a name, IPv4 and IPv6. Not `lookup`: that takes one of four threads for as
 * long as a name server of somebody else does not answer, and the names of AWS's services are looked up by the same four.
 */
export const resolveName: ResolveName = async (hostname) => {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (found.length === 0) throw new Error('The name leads to no address.');
  return found;
};
