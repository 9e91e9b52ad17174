import { networkInterfaces } from 'node:os';

/** An address of this machine that only its own network can reach (RFC 1918), or the machine itself. */
const ownNetwork = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

/**
 * The address at which phones in the same network reach the pages, by `--lan` or `OPTLEDGER_LAN`: undefined = none, as when it is not set.
 *
 * @param wanted `yes` for the first that there is, or one of them by name
 * @throws Error when this machine has none, or not that one; an address that the internet can reach is never taken
 */
export function lanAddress(wanted: string | undefined, addresses = ownAddresses()): string | undefined {
  if (wanted === undefined || wanted === '' || wanted === 'no') return undefined;
  const fitting = addresses.filter((address) => ownNetwork.test(address));
  if (wanted === 'yes') {
    const found = fitting.find((address) => !address.startsWith('127.'));
    if (found === undefined) throw new Error('--lan: this machine has no address in a network of its own.');
    return found;
  }
  // On most systems all of 127.0.0.0/8 is this machine, and is listed as one.
  if (fitting.includes(wanted) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(wanted)) return wanted;
  throw new Error(
    `--lan (or OPTLEDGER_LAN) takes yes, no, or one of this machine's addresses in its own network: ${fitting.join(', ') || 'there is none'}.`,
  );
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).flatMap(({ family, address }) => (family === 'IPv4' ? address : [])),
  );
}
