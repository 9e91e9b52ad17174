import * as z from 'zod';
import { time } from './members.ts';

/** Events about nobody in particular: of an app and what it has. */
export const appEvents = {
  'export.completed': {
    title: 'An export is there',
    description: 'Its files and manifest can be fetched.',
    data: z.object({ exportId: z.string(), rows: z.int(), closedAt: time }),
    sample: { exportId: 'exp_01JD4Q0Z', rows: 1204, closedAt: '2026-11-20T12:00:00.000Z' },
  },
  'import.completed': {
    title: 'An import was applied, or undone',
    description: 'What became of every row is in its report.',
    data: z.object({
      importId: z.string(),
      state: z.enum(['applied', 'undone']),
      counts: z.record(z.string(), z.int()).meta({
        description:
          'Of the rows that were to be recorded: `recorded`, of these `counted` and `overruled`, and `refused` at the last moment; of an ' +
          'undo `annulled`.',
      }),
    }),
    sample: {
      importId: 'imp_01JD4Q0Z',
      state: 'applied',
      counts: { recorded: 980, counted: 960, overruled: 20, refused: 0 },
    },
  },
  'point.paused': {
    title: 'A collection point was paused',
    description: 'By hand. That its cap is reached or its time is over is computed, and no event.',
    data: z.object({ pointId: z.string(), name: z.string() }),
    sample: { pointId: 'pt_abcdefghij', name: 'Till 3' },
  },
  'template.changed': {
    title: 'Meta said something of a template',
    description: 'Its status, category or quality, as known after it. For every app of the account.',
    data: z.object({
      wabaId: z.string(),
      templateId: z.string().optional().meta({ description: 'Meta’s id, where it said one.' }),
      name: z.string(),
      language: z.string(),
      status: z.string(),
      category: z.string().optional(),
      quality: z.string().optional(),
    }),
    sample: {
      wabaId: '102290129340398',
      templateId: '594425479261596',
      name: 'spring_offers',
      language: 'es_MX',
      status: 'paused',
      category: 'marketing',
    },
  },
  'callback.switched_off': {
    title: 'A callback was switched off',
    description:
      'Its endpoint is gone (410) or took nothing for days. Nothing is sent there until it is switched on again.',
    data: z.object({
      endpointId: z.string(),
      why: z.enum(['gone', 'failing', 'by-hand']),
      failingSince: time.optional(),
    }),
    sample: { endpointId: 'ep_abcdefghij', why: 'failing', failingSince: '2026-11-17T12:00:00.000Z' },
  },
} as const;
