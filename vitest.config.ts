import { defineConfig } from 'vitest/config';

/** What takes longer than two minutes allow, run by `npm run test:long` and in CI: recordings, waiting, thousands of rows, many people, and programs started anew. */
const long = [
  'test/handlers/recorded-ledgers/**/*.test.ts',
  'test/client/package.test.ts',
  // Programs that the console shows, started as they are.
  'test/console/receivers.test.ts',
  'test/cli/{optledger,pairs-command,aside-command}.test.ts',
  // Waits for a secret that does not come; exports of thousands of people.
  'test/adapters/aws/secrets.test.ts',
  'test/use-cases/exports/finish-export.test.ts',
  // Every page with every hostile text; threads that hang and are ended.
  'test/handlers/pages-hostile.test.ts',
  'test/dev/functions/functions.test.ts',
  // Starts of local mode, and its commands as programs of their own; the journeys of `npm test` run on local mode, too.
  'test/dev/{callbacks,crowd,local-key,local-mode,phone,restart,sample,simulate,tour}.test.ts',
  // Our own texts against every keyword of every language; a campaign; thousands of histories.
  'test/domain/keywords/{own-texts,guards}.test.ts',
  'test/lib/campaign.test.ts',
  'test/handlers/{campaign-simulation,reply-campaign}.test.ts',
  'test/model/{fold,imports,reconcile}.model.test.ts',
  'test/domain/consent/long-histories.test.ts',
  // A thousand requests, a thousand changes, a year of days; few of each are tried in the files without their names.
  'test/adapters/dynamodb/capacity-at-length.test.ts',
  'test/handlers/whatsapp-webhook-thousand.test.ts',
  // Every example of the document, every count of a page.
  'test/edge/openapi/document-examples.test.ts',
  'test/domain/keywords/corpus/corpus-page.test.ts',
  'test/adapters/dynamodb/{faults,marketing-stops,tenures}.test.ts',
  'test/domain/keywords/normalise.test.ts',
  'test/handlers/page-budgets.test.ts',
  // Many people, points, links and forms; random histories.
  'test/handlers/{census,people,point-counts,personal-opt-in,personal-ways,link-requests,robots,signed-in}.test.ts',
  'test/handlers/{first-contact-histories,change-of-portfolio,callback-histories}.test.ts',
  'test/use-cases/people/list-users.test.ts',
  'test/adapters/dynamodb/{reconcile,reported-pairs,collection/form-limit,directory/{user-directory,long-ledgers}}.test.ts',
  'test/model/{store,identity,portfolio}.model.test.ts',
  // Every operation with every kind of body, every size of code, every setting of the proxy: synthesised and tried one by one.
  'test/edge/api/any-body.test.ts',
  'test/adapters/qr/qr-code.test.ts',
  'test/lib/{rates-and-proxy,limits}.test.ts',
  'test/handlers/points.test.ts',
  // Files that are read, tried, applied and undone, with crashes in between.
  'test/handlers/imports*.test.ts',
  // Clients of others against local mode; what waits for a table or a key that does not answer; every way in which a choice is confirmed.
  'test/dev/{gate,gupshup}-client*.test.ts',
  // Every documented callback, every kind of message, every spelling of a call.
  'test/handlers/gupshup-{webhook,programs}.test.ts',
  'test/adapters/sign-in/access-tokens.test.ts',
  'test/adapters/dynamodb/table/patience.test.ts',
  'test/handlers/{whatsapp-webhook-choices,automated-replies,signups,notices,refused-sends}.test.ts',
  // Functions bundled and started as on Lambda, with secrets and a table that do not come.
  'test/handlers/init-phase.test.ts',
  // Everything once more by another channel, page or button; each has its pure rules and a journey in `npm test`.
  'test/handlers/{button-fixtures,issued-prompts,preference-page,one-click,country-pages,inherited-names}.test.ts',
  'test/handlers/{handovers,suppressions,template-events,audit,widget-choices,point-files,first-contact,noes-from-elsewhere,kept-aside}.test.ts',
  'test/handlers/{pages-forms,telephone-menu,prompt-answers}.test.ts',
  'test/adapters/dynamodb/{rows/eligible-rows,longest-transaction,messages/kept-aside}.test.ts',
  'test/cli/recount-command.test.ts',
  // Every way of a channel, each once more than its journey in `npm test` goes.
  'test/handlers/{ads,attention,brand,busy-point,call-hooks,gate,key-rate,meta-links,numbers,shared-numbers}.test.ts',
  'test/handlers/{aws-whatsapp,callbacks,exports,marketing-stops,relay,sends,told-events}.test.ts',
  'test/handlers/{stalled-noes,telephone,telephone-settings,templates,thread,throttled-table,twilio-*}.test.ts',
  'test/handlers/template-eligibility.test.ts',
  'test/handlers/{change-of-number,deliver-events,publish-events,send-replies,user-lists}.test.ts',
  'test/adapters/dynamodb/{suppressions,identity/earlier-keys}.test.ts',
  'test/use-cases/{exports/countries-of-an-export,ledger/dry-run}.test.ts',
  'test/domain/notice/lint/lint-any-text.test.ts',
  'test/lib/constructs/alarms/alarms.test.ts',
  'test/lib/constructs/{table/outside-copy,functions/house-function}.test.ts',
  'test/model/identity-store.model.test.ts',
  // Every row of the dashboard, every kind of answer of what stands around.
  'test/handlers/{brand-pages,key-lines}.test.ts',
  'test/lib/constructs/alarms/dashboard.test.ts',
  'test/use-cases/inbound/retry-aside.test.ts',
  'test/adapters/{sign-in/pool-source,aws/parcel-queue,dynamodb/collection/point-store}.test.ts',
  'test/cli/owner-command.test.ts',
  // Channels and lists that have a journey, the sheets of a poster, pumps of local mode that wait.
  'test/handlers/{country-rules,admin-apps,users,automated-message}.test.ts',
  'test/edge/pages/poster/poster-page.test.ts',
  'test/dev/{stream/stream-pump,queues/queue-pump}.test.ts',
  'test/use-cases/exports/write-export-shard.test.ts',
  'test/adapters/dynamodb/table/batch-get.test.ts',
  'test/lib/constructs/operators/sign-in.test.ts',
];

/** Journeys that take long, or whose channel has another one; run by `npm run test:long`, and with the others against a stage. */
const longJourneys = [
  'test/journeys/{every-operation,another-number,other-providers,moving,change-in-the-thread,gupshup}.test.ts',
  'test/journeys/{a-way-to-a-human,export-schedule,ads-and-signups,kept-aside,import,callbacks,telephone}.test.ts',
  'test/journeys/{refused-messages,templates}.test.ts',
];

const journeys = {
  globalSetup: 'test/support/journeys/setup.ts',
  // Much of a journey is waiting, so several of a file go at once, each with a shop of its own. On a deployed stage one after the other.
  sequence: { concurrent: !process.env.JOURNEY_BASE_URL },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** Kinds by folder: pure tests import nothing that does I/O; local ones run on the real emulator; infra ones synthesise the stack. */
export default defineConfig({
  test: {
    // By default one worker less than there are cores, which on two cores is one.
    maxWorkers: 2,
    // Tests share nothing but modules (each makes a table of its own), and loading the SDK anew for every file costs more than the tests.
    isolate: false,
    projects: [
      {
        test: {
          name: 'pure',
          setupFiles: 'test/support/quiet-logs.ts',
          include: [
            'test/{domain,edge,architecture,contract,console}/**/*.test.ts',
            'test/adapters/{callbacks,csv,links,providers,qr}/**/*.test.ts',
          ],
          exclude: [...long],
          // Some try thousands of texts: on a busy machine they take longer than the usual five seconds.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'local',
          setupFiles: 'test/support/quiet-logs.ts',
          include: [
            'test/{use-cases,handlers,dev,cli,model,client}/**/*.test.ts',
            'test/adapters/{dynamodb,s3,aws,http,sign-in}/**/*.test.ts',
          ],
          exclude: [...long],
          globalSetup: 'test/support/table/database-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'long',
          setupFiles: 'test/support/quiet-logs.ts',
          include: [...long],
          globalSetup: 'test/support/table/database-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { ...journeys, name: 'journeys', include: ['test/journeys/**/*.test.ts'], exclude: longJourneys } },
      { test: { ...journeys, name: 'long-journeys', include: longJourneys } },
      {
        test: {
          name: 'infra',
          include: ['test/lib/**/*.test.ts'],
          exclude: [...long],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
