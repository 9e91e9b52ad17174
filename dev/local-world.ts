import type { LocalSecrets } from './functions/local-secrets.ts';
import type { Ground } from './ground.ts';
import { keptFile, keptList } from './machine/kept-file.ts';
import { startLoopbackServer } from './machine/loopback-server.ts';
import type { MessageLink } from './outside-world/message-links.ts';
import { messageTemplates, type SimulatedTemplates } from './outside-world/message-templates.ts';
import { outsideWorld, type SentMessage } from './outside-world/outside-world.ts';
import { noSignups, type SimulatedSignups } from './outside-world/signups.ts';

/** Starts Meta, Twilio and AWS for messages, as far as they are played here; what they are told is kept in files. */
export async function startOutsideWorld({ file, clock, watch, onStop }: Ground, secrets: LocalSecrets) {
  const { accessToken } = secrets.whatsappAccess;
  const sent = watch.outgoing(keptList<SentMessage>(file('sent.jsonl')));
  const links = keptFile<readonly MessageLink[]>(file('message-links.json'), []);
  const templates = keptFile<SimulatedTemplates>(file('message-templates.json'), {});
  const signups = keptFile<SimulatedSignups>(file('signups.json'), noSignups);
  const { url, stop } = await startLoopbackServer(
    { name: 'simulated outside world', port: 0 },
    outsideWorld(accessToken, sent, clock.now, links, templates, secrets.twilio, signups).answer,
  );
  onStop(stop);
  return { url, sent, links, templates: messageTemplates(templates, accessToken), graph: { url, accessToken } };
}

export type StartedWorld = Awaited<ReturnType<typeof startOutsideWorld>>;
