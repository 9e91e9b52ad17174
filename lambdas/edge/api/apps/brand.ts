import { createHash } from 'node:crypto';
import * as z from 'zod';
import { brandAfter } from '../../../domain/app/app-settings.ts';
import { accentFaults } from '../../../domain/brand/accent.ts';
import type { Brand } from '../../../domain/brand/brand.ts';
import { readLogo } from '../../../domain/brand/read-logo.ts';
import type { Fault } from '../../../domain/errors.ts';
import type { LogoFile } from '../../../use-cases/admin/app-ports.ts';
import { text } from '../../fields/text.ts';
import { webPage } from '../../fields/web-page.ts';
import type { JsonObject } from '../../http/parse-body.ts';

/** A file as base64 (RFC 4648, 4), in lines or not; what a browser reads a file as (`data:image/png;base64,…`) is understood too. */
const logo = z
  .string()
  .min(1)
  .transform((given, context): LogoFile => {
    const refuse = (code: string, message: string) => {
      context.addIssue({ code: 'custom', message, params: { code } });
      return z.NEVER;
    };
    // The type that it claims to have says nothing.
    const base64 = given.replace(/^data:[^,]{0,100};base64,/, '').replace(/[\r\n\t ]+/g, '');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return refuse('not-base64', 'This must be the file in base64.');
    const read = readLogo(new Uint8Array(Buffer.from(base64, 'base64')));
    if ('code' in read) return refuse(read.code, read.detail);
    return { ...read, hash: createHash('sha256').update(read.bytes).digest('base64url') };
  });

const colourForm = /^#[\dA-Fa-f]{6}$/;

const colour = z
  .string()
  .regex(colourForm, 'This must be a colour as # and six digits: #0b57d0.')
  .transform((given) => given.toLowerCase());

const supportLine = text(120);

/** The brand of a new app. */
export const brandSettings = z.strictObject({
  logo: logo.optional(),
  accent: colour.optional(),
  accentDark: colour.optional(),
  siteUrl: webPage.optional(),
  returnUrl: webPage.optional(),
  supportLine: supportLine.optional(),
});

/** A change of a brand: what is given replaces what was there, null takes it away, and the rest stays. */
export const brandChange = z
  .strictObject({
    logo: logo.nullable(),
    accent: colour.nullable(),
    accentDark: colour.nullable(),
    siteUrl: webPage.nullable(),
    returnUrl: webPage.nullable(),
    supportLine: supportLine.nullable(),
  })
  .partial();

/** Faults of the colours of a request, which depend on one another and on those that there are. */
export function colourFaults({ brand }: JsonObject, before: Brand | undefined): Fault[] {
  if (typeof brand !== 'object' || brand === null) return [];
  const { accent, accentDark } = brand as JsonObject;
  const given = { accent: readable(accent), accentDark: readable(accentDark) };
  if (given.accent === undefined && given.accentDark === undefined) return [];
  return accentFaults(brandAfter(before, given) ?? {}, '/brand');
}

/** What is no colour is told elsewhere, and judged as if it had not been given. */
function readable(given: unknown): string | null | undefined {
  if (given === null) return null;
  return typeof given === 'string' && colourForm.test(given) ? given.toLowerCase() : undefined;
}
