import * as z from 'zod';
import { pointKinds } from '../../../domain/collection/collection-point.ts';
import { isShown, leadsToChat } from '../../../domain/collection/point-faults.ts';
import type { AskedChange, AskedSettings } from '../../../use-cases/collection/manage-points.ts';
import { instant } from '../../fields/instant.ts';
import { text } from '../../fields/text.ts';
import { webOrigin } from '../../fields/web-origin.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';
import { noticeId } from '../notices/notice.ts';

const distinctList = <Item extends z.ZodType<string>>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .transform((items) => [...new Set(items)]);

const fields = {
  name: text(100),
  notice: z.strictObject({ noticeId, version: z.int().min(1).max(999_999).optional() }),
  purposes: distinctList(text(60), 50),
  campaign: text(60),
  greeting: text(100),
  opens: z.enum(['check-page', 'chat']),
  origins: distinctList(webOrigin, 20),
  cap: z.int().min(1).max(1_000_000_000),
  formLimit: z.int().min(1).max(1_000_000),
  expiresAt: instant,
  status: z.enum(['active', 'paused']),
};

const settings = z.strictObject({
  kind: z.enum(pointKinds),
  ...fields,
  notice: fields.notice.optional(),
  purposes: fields.purposes.default([]),
  campaign: fields.campaign.optional(),
  greeting: fields.greeting.optional(),
  opens: fields.opens.optional(),
  origins: fields.origins.default([]),
  cap: fields.cap.optional(),
  formLimit: fields.formLimit.optional(),
  expiresAt: fields.expiresAt.optional(),
  status: fields.status.default('active'),
});

const change = z
  .strictObject({
    ...fields,
    notice: fields.notice.nullable(),
    campaign: fields.campaign.nullable(),
    greeting: fields.greeting.nullable(),
    cap: fields.cap.nullable(),
    formLimit: fields.formLimit.nullable(),
    expiresAt: fields.expiresAt.nullable(),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, {
    message: 'Nothing is to be changed.',
    params: { code: 'nothing-to-change' },
  });

/** The settings of a new point. Throws InvalidInputError with all faults. */
export function parsePointSettings(body: JsonObject): AskedSettings {
  const given = validate(settings, body);
  // A kind that shows no page can only lead to the chat.
  const opens = given.opens ?? (leadsToChat(given.kind) && !isShown(given.kind) ? 'chat' : 'check-page');
  return { ...given, opens };
}

/** A change of settings: only what is given changes. Throws InvalidInputError with all faults. */
export function parsePointChange(body: JsonObject): AskedChange {
  return validate(change, body);
}
