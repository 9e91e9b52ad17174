import { describe, expect, test } from 'vitest';
import { looksAhead } from '../../../lambdas/edge/http/looks-ahead.ts';

const chrome =
  'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36';
const inApp =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F90';

/** As the services write them. */
const previews = [
  'WhatsApp/2.23.20.0',
  'WhatsApp/2.2336.9 W',
  'WhatsApp',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Slackbot 1.0 (+https://api.slack.com/robots)',
  'Slack-ImgProxy (+https://api.slack.com/robots)',
  'TelegramBot (like TwitterBot)',
  'Twitterbot/1.0',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0 Safari/537.36 SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b',
  'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)',
  'Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)',
  'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)',
  'facebookexternalhit/1.1;line-poker/1.0',
  'Viber',
  'Snap URL Preview Service; bot; snapchat; https://developers.snap.com/robots',
  'Iframely/1.3.1 (+https://iframely.com/docs/about)',
  'http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.social/) Bot',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/125.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)',
  'Mozilla/4.0 (compatible; ms-office; MSOffice 16)',
  'W3C-checklink/4.81 libwww-perl/6.67',
  'Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0 Safari/537.36 (StatusCake)',
  'Datadog/Synthetics',
  'check_http/v2.3.3 (nagios-plugins 2.3.3)',
  'python-requests/2.32.3',
  'Go-http-client/2.0',
  'Wget/1.24.5',
  'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
];

const persons = [
  chrome,
  `${inApp} [FBAN/FBIOS;FBAV/468.0.0.44.106;FBBV/609]`,
  `${inApp} Instagram 334.0.0.42.95 (iPhone14,5; iOS 17_5)`,
  `${inApp} Safari Line/13.4.1`,
  `${inApp} Snapchat/12.90.0.40 (like Safari/8617)`,
  `${inApp} Twitter for iPhone/10.44`,
  `${inApp} [Pinterest/iOS]`,
  `${inApp} GSA/300.0 Safari/604.1`,
  `${chrome} YaBrowser/22.3 YandexSearch/22.30`,
  'Mozilla/5.0 (Linux; Android 13; CUBOT P80 Build/TP1A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 9; CUBOT_NOTE_S) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36',
  'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348/; U; en) Presto/2.5.25 Version/10.54',
  'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
];

describe('who looks at a link before a person does', () => {
  test.each(previews)('%s', (userAgent) => {
    expect(looksAhead({ 'user-agent': userAgent })).toBe('preview');
    expect(looksAhead({ 'user-agent': userAgent, 'sec-purpose': 'prefetch' }, true)).toBe('preview');
  });

  test.each([
    ['sec-purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['sec-purpose', 'prefetch;anonymous-client-ip'],
    ['purpose', 'prefetch'],
    ['purpose', 'Preview'],
    ['x-purpose', 'preview'],
    ['x-moz', 'prefetch'],
  ])('a browser that says %s: %s', (name, value) => {
    expect(looksAhead({ 'user-agent': chrome, [name]: value })).toBe('prefetch');
  });

  test.each(persons)('is not %s', (userAgent) => {
    expect(
      looksAhead({ 'user-agent': userAgent, 'sec-fetch-dest': 'document', 'sec-fetch-user': '?1' }),
    ).toBeUndefined();
    expect(looksAhead({ 'user-agent': userAgent }, true)).toBe('prefetch');
  });

  test('is not somebody of whom nothing is known', () => {
    expect(looksAhead({})).toBeUndefined();
  });
});
