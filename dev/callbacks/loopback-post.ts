import { request as requestHttp } from 'node:http';
import type { Post } from '../../lambdas/adapters/callbacks/send-delivery.ts';
import { resolveName } from '../../lambdas/adapters/http/resolve-name.ts';
import { headersOf, postOnce, safePost, within } from '../../lambdas/adapters/http/safe-post.ts';
import { publicUrl } from '../../lambdas/use-cases/callbacks/check-url.ts';
import type { CheckUrl } from '../../lambdas/use-cases/callbacks/ports.ts';

/** Receivers on this machine: `http://127.0.0.1:4100/hook`. */
const isLoopback = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
};

/** What local mode sends by when it was started with `--loopback-callbacks`: to receivers on this machine too. Nothing of it is deployed. */
export const loopbackPost: Post = (url, options) => {
  if (!isLoopback(url)) return safePost(url, { ...options, resolveName });
  const signal = AbortSignal.timeout(options.timeLimit);
  const given = { method: 'POST', agent: false, headers: headersOf(options), signal };
  return within(signal, () => postOnce(requestHttp(url, given), options.body, signal));
};

export const loopbackUrl: CheckUrl = async (url) => (isLoopback(url) ? undefined : publicUrl(resolveName)(url));
