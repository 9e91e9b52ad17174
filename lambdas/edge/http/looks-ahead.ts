/** What some request headers say of a request that no person made (names in lower case). */
type Headers = { readonly [name: string]: string | undefined };

/**
 * Headers by which a browser or an app says that it fetches a page that perhaps nobody will see:
 * - `Sec-Purpose: prefetch`, `prefetch;prerender` (Fetch standard, 3.6; Chromium, Firefox)
 * - `Purpose: prefetch` (Chromium before, Safari), `Purpose: preview` and `X-Purpose: preview` (Safari's and Facebook's previews)
 * - `X-Moz: prefetch` (Firefox before)
 */
const aheadHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;
const aheadValue = /prefetch|prerender|preview/i;

/**
 * Who fetches links to show what is behind them, to index or to scan them, as `User-Agent` names them. The name of a chat app inside a
 * browser's is a person who opened the link in the app ("Line/14.1", "FBAN/FBIOS", "Instagram 320"), so names are of the fetchers.
 *
 * Sources: the pages of the services about their own crawlers (developers.facebook.com/docs/sharing/webmasters/web-crawlers,
 * api.slack.com/robots, developers.google.com/crawling/docs/crawlers-fetchers, support.apple.com/119829,
 * learn.microsoft.com "Bing crawlers", developers.cloudflare.com "verified bots"), and for all others
 * github.com/monperrus/crawler-user-agents.
 */
const fetchers: readonly RegExp[] = [
  // Most say what they are, or leave an address. "CUBOT" makes telephones.
  /(?<!cu)bots?(?:\b|_)/i,
  /https?:\/\//i,
  /crawl|spider|scraper|slurp|preview|unfurl|fetcher|indexer|validator|urlscan|monitoring|uptime|headless|lighthouse/i,
  /link.?che?c?k|check.?link|check.?http|http.?check|prefetch/i,
  // Links in chats. Signal and others give the name of WhatsApp; iMessage those of Facebook and Twitter together.
  /^WhatsApp\b/i,
  /facebookexternalhit|facebookcatalog|meta-external|facebot|line-poker/i,
  /Slack-ImgProxy|^Viber\b|vkShare|kakaotalk-scrap|Snap URL|^Synapse\b|^Mattermost|^Rocket\.Chat|^Zulip/i,
  /^Iframely|Embedly|Outbrain|Pinterest\/0|flipboardproxy|tumblr\/|redditbot|^Mastodon|^Pleroma|^Misskey|Bluesky/i,
  // Scanners of mail and links, and those who read aloud, archive or translate.
  /ms-?office|Microsoft Office|GoogleImageProxy|YahooMailProxy|^Barracuda|Proofpoint|Mimecast|Trend ?Micro/i,
  /Google-(?:Read-Aloud|InspectionTool|Safety|PageRenderer|Extended|Site-Verification|Cloud)|GoogleOther/i,
  // Monitors, and the libraries by which programs ask.
  /Pingdom|StatusCake|Site24x7|NewRelicPinger|Datadog|Checkly|Zabbix|Nagios|Catchpoint|Dynatrace/i,
  /^(?:python-|aiohttp|Go-http-client|okhttp|Java\/|Apache-HttpClient|libwww-perl|Wget|Scrapy|PostmanRuntime|axios)/i,
  /Mediapartners-Google|^APIs-Google|Feedly|^archive\.org|ia_archiver|heritrix|^Yandex\w*\/|Baiduspider|^facebookplatform/i,
];

/**
 * What looks at a link ahead of a person or for one who may never come; undefined = a person, as far as one can tell. It is answered like
 * everybody, and is no visit.
 *
 * @returns `preview`: a program (a preview in a chat, an index, a scan, a monitor); `prefetch`: a browser that fetches ahead, or a HEAD
 */
export function looksAhead(headers: Headers, isHead = false): 'preview' | 'prefetch' | undefined {
  const userAgent = headers['user-agent']?.slice(0, 1000) ?? '';
  if (fetchers.some((fetcher) => fetcher.test(userAgent))) return 'preview';
  return isHead || aheadHeaders.some((name) => aheadValue.test(headers[name] ?? '')) ? 'prefetch' : undefined;
}
