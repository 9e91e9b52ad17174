import * as z from 'zod';

/** Members that several events have, as they are told of in the schemas. */
export const time = z.iso.datetime().meta({ description: 'RFC 3339, UTC, with milliseconds.' });
export const statementId = z.string().regex(/^stm_[\w-]{11}\.\d+$/);
export const purposes = z.array(z.string());

export const user = z
  .object({
    phone: z.string().optional().meta({ description: 'E.164 with its plus.' }),
    waId: z.string().optional().meta({ description: 'As WhatsApp wrote it, in messages.' }),
    bsuid: z.string().optional().meta({ description: 'WhatsApp’s business-scoped user id.' }),
  })
  .optional()
  .meta({
    description:
      'Only where the app has `events.identifiers`: as known when the event was published, and never after an erasure.',
  });

export const ofPerson = { user };

export const ofEntry = {
  ...ofPerson,
  statementId: statementId.meta({ description: 'The entry in the person’s ledger.' }),
  saidAt: time.meta({ description: 'When the person acted.' }),
  source: z.string().meta({ description: 'Where: `whatsapp-message`, `paper`, `import`, … More may come.' }),
  copyOf: statementId.optional().meta({
    description: 'A no that was said under another identifier of the person: the entry there.',
  }),
};

export const ofStatement = {
  ...ofEntry,
  purposes: purposes.meta({ description: 'Those for which it counts.' }),
  level: z.int().min(1).max(3).meta({
    description: '3 the person, by what proves it; 2 the business reports the person’s act; 1 the business decides.',
  }),
  notice: z.string().optional().meta({ description: '`noticeId@version` that was shown.' }),
  pointId: z.string().optional().meta({ description: 'The collection point, `pt_…`.' }),
  importId: z.string().optional().meta({ description: 'The import that brought it, `imp_…`.' }),
};

/** Sample ids, the same everywhere. */
export const sampleEntry = {
  statementId: 'stm_AbCdEfGhIjK.7',
  saidAt: '2026-11-20T12:00:00.000Z',
  source: 'whatsapp-message',
} as const;
