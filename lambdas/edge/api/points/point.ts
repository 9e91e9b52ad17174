import * as z from 'zod';
import { isShown, leadsToChat, pointKinds } from '../../../domain/collection/collection-point.ts';
import type { AskedSettings } from '../../../use-cases/collection/manage-points.ts';
import { instant } from '../../fields/instant.ts';
import { text } from '../../fields/text.ts';
import { webOrigin } from '../../fields/web-origin.ts';
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

/** A new point. */
export const pointSettings = z.strictObject({
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

/** A change of settings: only what is given changes. */
export const pointChange = z
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

/** The settings of a new point. A kind that shows no page can only lead to the chat. */
export function withOpens(given: z.output<typeof pointSettings>): AskedSettings {
  const opens = given.opens ?? (leadsToChat(given.kind) && !isShown(given.kind) ? 'chat' : 'check-page');
  return { ...given, opens };
}
