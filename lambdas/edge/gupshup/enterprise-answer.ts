import type { HttpResponse } from '../http/http-request.ts';
import type { Failure } from './failures.ts';

/** How an answer of the gateway is written. */
export type Format = 'text' | 'json' | 'xml';

/** What the gateway answers, whichever way it is written. */
export interface GatewayAnswer {
  readonly status: 'success' | 'error';
  /** Of the act; of an error its number. */
  readonly id: string;
  readonly phone: string;
  readonly details: string;
}

/** Numbers of errors as programs know them. */
export const errorIds = {
  failed: '100',
  parameter: '101',
  authentication: '102',
  number: '105',
  method: '106',
} as const;

/** In any case; text where nothing is said. */
export function formatOf(given: string | undefined): Format {
  const format = given?.trim().toLowerCase();
  return format === 'json' || format === 'xml' ? format : 'text';
}

/**
 * An answer in the format that was asked for. Errors are 200 as well, for programs read `status`; but what may be tried again says so by its own
 * status, so that nobody takes it for settled.
 */
export function gatewayAnswer(answer: GatewayAnswer, format: Format, failure?: Failure): HttpResponse {
  const status = failure !== undefined && [429, 500, 503].includes(failure.status) ? failure.status : 200;
  const headers = failure?.headers ?? {};
  switch (format) {
    case 'json':
      return { status, headers: { ...headers, 'content-type': 'application/json' }, body: { response: answer } };
    case 'xml':
      return { status, headers: { ...headers, 'content-type': 'text/xml; charset=utf-8' }, body: asXml(answer) };
    case 'text':
      return { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }, body: asText(answer) };
  }
}

function asText({ status, id, phone, details }: GatewayAnswer): string {
  const parts = status === 'success' ? [status, phone, id, details] : [status, id, details];
  return parts.map((part) => part.replaceAll(/[|\r\n]/g, ' ')).join(' | ');
}

function asXml(answer: GatewayAnswer): string {
  const fields = (['status', 'id', 'phone', 'details'] as const).map(
    (name) => `<${name}>${escaped(answer[name])}</${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><response>${fields.join('')}</response>`;
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
