import type { DynamoDBRecord } from 'aws-lambda';
import type { PublishedEvent } from '../events/event-bus.ts';
import type { Measured } from '../http/gateway.ts';
import type { KeptList } from '../machine/kept-file.ts';
import type { LocalRequest, LocalResponse } from '../machine/loopback-server.ts';
import type { SentMessage } from '../outside-world/outside-world.ts';
import type { StreamMapping } from '../stream/stream-pump.ts';
import type { Feed } from './feed.ts';
import { readWebhook } from './read-webhook.ts';
import { tableWatcher } from './watch-table.ts';

/** The feed reads the table's stream as a function of its own would. */
export const feedMapping: StreamMapping = {
  id: 'LiveFeed',
  functionName: 'live-feed',
  batchSize: 1000,
  patterns: [],
  maximumRetries: 0,
  reportsItemFailures: false,
};

/** Asking changes nothing, and the console asks all the time. */
const isQuestion = /\/(?:eligibility|lint|search)(?:\/bulk)?$/;
const isPage = /^(?:GET|POST) \/(?:l|q|o|me|w)\//;

/** Turns what passes through local mode into happenings of its feed: what comes in, what the table's stream brings, what goes out. */
export function watchInto(feed: Feed) {
  const watchTable = tableWatcher();
  // A stream that was never read begins with everything that it still holds; the feed is about now.
  const since = Math.floor(Date.now() / 1000);

  return {
    records({ Records }: { readonly Records: readonly DynamoDBRecord[] }): void {
      const fresh = Records.filter(({ dynamodb }) => (dynamodb?.ApproximateCreationDateTime ?? since) >= since);
      for (const told of watchTable(fresh)) feed.add(told);
    },

    request(request: LocalRequest, routeKey: string, { status }: LocalResponse, measured: Measured): void {
      const answered = { status, ms: Math.round(measured.ms), tableRequests: measured.tableRequests };
      const path = request.target.split('?')[0] ?? '/';
      if (routeKey === 'POST /webhooks/whatsapp')
        feed.add({ kind: 'webhook', heard: readWebhook(request.body), ...answered });
      else if (isPage.test(routeKey)) feed.add({ kind: 'page', routeKey, path, ...answered });
      else if (/^(?:POST|PATCH|DELETE) \/v1\//.test(routeKey) && !isQuestion.test(path))
        feed.add({ kind: 'api', routeKey, path, ...answered });
    },

    /** The list of what is on the bus, which tells the feed likewise. */
    published(events: KeptList<PublishedEvent>): KeptList<PublishedEvent> {
      return {
        all: events.all,
        add(published) {
          events.add(published);
          feed.add({ kind: 'event', event: published.detail });
        },
      };
    },

    /** The list of what was sent, which tells the feed of everything that is added. */
    outgoing(sent: KeptList<SentMessage>): KeptList<SentMessage> {
      return {
        all: sent.all,
        add(message) {
          sent.add(message);
          feed.add({ kind: 'sent', message });
        },
      };
    },
  };
}
