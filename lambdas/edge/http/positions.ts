import * as z from 'zod';
import { shards } from '../../contract/table.ts';

/** A position in a list over all shards; `after` is of the given form. */
const inShards = (after: RegExp) =>
  z.strictObject({
    shard: z
      .int()
      .min(0)
      .max(shards - 1),
    after: z.string().regex(after).optional(),
  });

/** Where each list goes on. A cursor is ours, and yet nothing in it is believed that does not look like this. */
export const positions = {
  /** Place and order of a person in the users index. */
  users: inShards(/^[\w-]{22} \d\d#[\w-]{11}$/),
  /** Time, person and number of a withdrawal. */
  withdrawals: inShards(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{11}#\d{1,15}$/),
  /** Time and person of unclear words. */
  openQuestions: inShards(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{11}$/),
  /** What was kept aside, by when and what. */
  keptAside: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{22}$/),
  /** Time and name of a decision of the gate. */
  gateDecisions: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-z]{16}$/),
  statements: z.strictObject({
    shown: z.strictObject({ at: z.int().min(0), sequence: z.int().min(0), ref: z.string().max(60) }).optional(),
    chain: z
      .string()
      .regex(/^[\w-]{11}$/)
      .optional(),
    after: z
      .string()
      .regex(/^[\w#:.-]{1,100}$/)
      .optional(),
  }),
  /** Time and entry of a message of ours. */
  /** When something was owed to an endpoint, its lane and its order there. */
  deliveries: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w~.-]{1,120}#\d{12}$/),
  sends: z.string().regex(/^s#\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{1,100}$/),
  apps: z.string().regex(/^[a-z0-9-]{1,40}$/),
  keys: z.string().regex(/^key_[a-z0-9]{16}$/),
  people: z.string().regex(/^person_[a-z0-9]{16}$/),
  /** Month, and the place of an entry in it. */
  audit: z.strictObject({
    month: z.string().regex(/^\d{4}-\d\d$/),
    before: z
      .string()
      .regex(/^[\w:.#-]{20,80}$/)
      .optional(),
  }),
  notices: z.string().regex(/^[a-z0-9-]{1,60}$/),
  points: z.string().regex(/^[a-z0-9]{16}$/),
  templates: z.string().regex(/^tpl_[0-9a-f]{24}$/),
  /** Where a reading of templates goes on: when it began, Meta's own cursor, and whether something could not be read. */
  reading: z.strictObject({ at: z.int().min(0), after: z.string().min(1).max(2000), lacksSome: z.boolean() }),
  exports: z.string().regex(/^exp_[0-9a-z]{1,60}$/),
  imports: z.string().regex(/^imp_[0-9a-z]{1,60}$/),
  schedules: z.string().regex(/^sch_[0-9a-z]{1,60}$/),
  /** Meta's own cursor, whatever it looks like. */
  metaLinks: z.string().min(1).max(1000),
} as const;
