import * as z from 'zod';
import { countNames, pointKinds } from '../../../domain/collection/collection-point.ts';
import { fewestForLoss } from '../../../domain/collection/funnel.ts';
import { day, time } from '../../declarations/answer-fields.ts';

const pointId = z.string().meta({ pattern: '^pt_[a-z0-9]+$', examples: ['pt_phtntn88b6wpqsgv'] });
const url = z.string().meta({ format: 'uri' });

/** A collection point: its settings, where people meet it, what was counted there, and whether it takes people now. */
export const pointAnswer = z.object({
  pointId,
  kind: z.enum(pointKinds),
  name: z.string(),
  notice: z.object({ noticeId: z.string(), version: z.int() }).optional().meta({
    description: 'The notice that it shows. The version stays until the point is changed.',
  }),
  purposes: z.array(z.string()).meta({ description: 'In the order in which they are shown.' }),
  campaign: z.string().optional(),
  adId: z
    .string()
    .optional()
    .meta({
      description: 'Of the kind `ad`: Meta’s id of the ad or post.',
      examples: ['120226305854810726'],
    }),
  greeting: z.string().optional(),
  opens: z.enum(['check-page', 'chat']).optional().meta({ description: 'Where its link leads.' }),
  origins: z.array(z.string()).meta({ description: 'Of the web pages that may show it.' }),
  cap: z.int().optional(),
  formLimit: z.int().optional(),
  expiresAt: time.optional(),
  status: z.enum(['active', 'paused']),
  state: z.enum(['open', 'paused', 'expired', 'full']).meta({ description: 'Whether it takes people now.' }),
  url: url.optional().meta({ description: 'The short link.' }),
  qrUrl: url.optional().meta({ description: 'What its QR code holds.' }),
  pageUrl: url.optional(),
  posterUrl: url.optional().meta({ description: 'A page to print; `?paper=` and `?lang=` choose.' }),
  whatsappUrl: url.optional().meta({ description: 'Opens the chat without being counted.' }),
  metaLink: z.object({ code: z.string(), url }).optional(),
  counts: z.record(z.enum(countNames), z.int()),
  version: z.int(),
  createdAt: time,
  updatedAt: time,
});

/** What was counted at a point in a stretch of days. */
export const pointCountsAnswer = z.object({
  pointId,
  timeZone: z.string().meta({ description: 'Of the app now; each act keeps the day that it had when it was said.' }),
  from: day,
  to: day,
  steps: z.array(z.enum(countNames)).meta({
    description: 'That people take at this kind of point, in their order; none where they are not met on a page.',
  }),
  lostAt: z
    .enum(countNames)
    .nullable()
    .meta({
      description: `The step that most people do not take who took the one before; null with fewer than ${fewestForLoss}.`,
    }),
  totals: z.record(z.enum(countNames), z.int()).meta({ description: 'Of these days.' }),
  days: z
    .array(z.object({ day, counts: z.record(z.enum(countNames), z.int()) }))
    .meta({ description: 'Every day of them, also those on which nothing happened.' }),
});

const flipped = z.array(z.object({ purposeId: z.string(), optIns: z.int(), optOuts: z.int() }));

const census = z.object({
  people: z.int().meta({ description: 'Everybody who is known by a number or a BSUID, once.' }),
  purposes: z.array(
    z.object({
      purposeId: z.string(),
      optedIn: z.int().meta({ description: 'Whose yes stands. Also who let it expire: expiry is no act.' }),
      pending: z.int().meta({ description: 'Asked; the phone may still confirm.' }),
      optedOut: z.int(),
      erased: z.int(),
      unconfirmed: z.int().meta({ description: 'Asked, not confirmed within 24 hours, and nothing stood before.' }),
      neverAsked: z.int(),
    }),
  ),
  openWindows: z.int().nullable().meta({
    description:
      'Customer service windows that stay open for the next minutes, 15 at most; null until all are counted.',
  }),
});

/** Opt-ins and opt-outs of an app in a stretch of days, and where its people stand now. */
export const appCountsAnswer = z.object({
  timeZone: z.string().meta({ description: 'Of the app now; each act keeps the day that it had when it was said.' }),
  from: day,
  to: day,
  totals: flipped.meta({
    description: 'Of these days, by purpose; a purpose of which nothing was counted is not there.',
  }),
  days: z
    .array(z.object({ day, purposes: flipped }))
    .meta({ description: 'Every day of them, also those on which nothing happened. Expiry is not counted.' }),
  topPoints: z
    .array(z.object({ pointId, name: z.string(), kind: z.enum(pointKinds), shown: z.int(), confirmed: z.int() }))
    .meta({ description: 'The ten points at which most was confirmed, of all time.' }),
  now: census.nullable().meta({
    description:
      'Where people stand now, for each purpose of the app, whatever days are asked for; some seconds late. Null until everybody ' +
      'was counted (`optledger recount`).',
  }),
});

/** A short link of Meta's own. */
export const metaLinkAnswer = z.object({
  code: z.string(),
  url,
  message: z.string().meta({ description: 'What its chat begins with.' }),
  pointId: pointId.optional().meta({ description: 'When the text carries the token of a point of this app.' }),
});
