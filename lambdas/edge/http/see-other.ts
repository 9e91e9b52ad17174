import type { HttpResponse } from './http-request.ts';

/** A form was taken; the browser goes on to a page of ours, and a reload does not send the form again (RFC 9110, 15.4.4). */
export function seeOther(location: string): HttpResponse {
  return { status: 303, headers: { location } };
}
