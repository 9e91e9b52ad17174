import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** A receiver over TLS on loopback, by the name `receiver.example`. Made for tests; it proves nothing to anybody else. */
export interface TlsReceiver {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startTlsReceiver(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TlsReceiver> {
  const server = createTlsServer({ key, cert: certificate }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** From now on this thread believes the certificate. @returns what ends that */
export function believeReceiver(): () => void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, certificate]);
  return () => setDefaultCACertificates(before);
}

/** Until the year 2126. */
const key = `
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpEDiFHx1PnElxoqR
RGmSbyMMW7I91ehyOYJUz0Wx9nWhRANCAAS/lCA2QXEXz9geLfsAYQE4OTlraFbq
t6WuZ8iUvfRDaGyF6dyjptkUqO/TLFP2Oog37ZvzPL0V+BL5CcRBq+4P
-----END PRIVATE KEY-----
`;

export const certificate = `
-----BEGIN CERTIFICATE-----
MIIBxDCCAWqgAwIBAgIUVCwtw2JJSAjD/g9gFrq+5Z9YCnQwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQcmVjZWl2ZXIuZXhhbXBsZTAgFw0yNjExMjcwMjQ0MjlaGA8y
MTI2MTEwMzAyNDQyOVowGzEZMBcGA1UEAwwQcmVjZWl2ZXIuZXhhbXBsZTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABL+UIDZBcRfP2B4t+wBhATg5OWtoVuq3pa5n
yJS99ENobIXp3KOm2RSo79MsU/Y6iDftm/M8vRX4EvkJxEGr7g+jgYkwgYYwHQYD
VR0OBBYEFGHqpD2umHoLrGh8Vw5M872RwjM0MB8GA1UdIwQYMBaAFGHqpD2umHoL
rGh8Vw5M872RwjM0MDMGA1UdEQQsMCqCEHJlY2VpdmVyLmV4YW1wbGWCFm90aGVy
LnJlY2VpdmVyLmV4YW1wbGUwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNI
ADBFAiEAldFr+VGoRhWZUb67fzV9GV6lJr/+YjTB8wgz/1On2AUCIGyP1/yztQkq
hIKx5ZecQYrHbOhb2LXfMfBUjqauNuXn
-----END CERTIFICATE-----
`;
