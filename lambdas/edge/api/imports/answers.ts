import * as z from 'zod';
import { importKinds, importModes, importStates, refusalCodes } from '../../../domain/import/import.ts';
import { rowClasses } from '../../../domain/import/row-class.ts';
import { actor, time } from '../../declarations/answer-fields.ts';
import { mappingFields } from './mapping.ts';

export const importId = z.string().meta({ pattern: '^imp_[0-9a-z]+$', examples: ['imp_0mwprg3k02a6c778939658dca'] });

const sha256 = z.string().meta({ description: 'Lower-case hex.', pattern: '^[0-9a-f]{64}$' });

/** The mapping as it was asked; `date` is a time as the API writes it. */
export const mappingAnswer = z.object({ ...mappingFields, date: time.optional() }).partial();

/** An import as listed. */
export const importAnswer = z.object({
  importId,
  kind: z.enum(importKinds),
  fileName: z.string(),
  size: z.int().meta({ description: 'Bytes, as announced.' }),
  state: z.enum(importStates),
  createdAt: time,
  updatedAt: time,
  keyId: actor.meta({ description: 'The API key that asked, or the person who signed in.' }),
  mode: z.enum(importModes).optional().meta({ description: 'What is on its way, or was done last.' }),
  dryRun: z.int().optional().meta({ description: 'Which dry run it is, counted from 1. Applying names it.' }),
  mapping: mappingAnswer.optional(),
  file: z
    .object({
      bytes: z.int(),
      sha256: sha256.meta({ description: 'Of the file as it was read: evidence of every row.' }),
      rows: z.int(),
      encoding: z.string(),
      delimiter: z.string(),
    })
    .optional(),
  progress: z
    .object({ rows: z.int(), done: z.int() })
    .optional()
    .meta({ description: 'Rows of the step that is on its way or was the last, and how many of them are done.' }),
  counts: z.partialRecord(z.enum(rowClasses), z.int()).optional().meta({ description: 'Rows by class: the dry run.' }),
  toRecord: z.int().optional().meta({ description: 'Rows that applying records.' }),
  applied: z.object({ recorded: z.int(), counted: z.int(), overruled: z.int(), refused: z.int() }).optional().meta({
    description: 'What applying came to: rows recorded, of them those that count and those that something overrules.',
  }),
  annulled: z.int().optional().meta({ description: 'Grants that the undo took back.' }),
  attestation: z
    .object({
      operator: z.string(),
      documentRef: z.string(),
      dryRun: z.int().optional().meta({ description: 'The dry run that was looked at.' }),
      report: sha256.optional().meta({ description: 'SHA-256 of its report, packed as it is downloaded.' }),
      at: time,
      keyId: actor,
    })
    .optional(),
  undo: z.object({ operator: z.string(), reason: z.string(), at: time }).optional(),
  refusal: z
    .object({ code: z.enum(refusalCodes), detail: z.string(), line: z.int().optional() })
    .optional()
    .meta({ description: 'Why the file cannot be used; nothing was applied.' }),
  failure: z
    .object({ failedAt: time, detail: z.string() })
    .optional()
    .meta({ description: 'A step gave up. The same call again continues where it stopped.' }),
  previewedAt: time.optional(),
  appliedAt: time.optional(),
  undoneAt: time.optional(),
});

/** One import, with a link to its report once there is one. */
export const linkedImportAnswer = importAnswer.extend({
  links: z
    .object({ report: z.string(), applied: z.string().optional() })
    .optional()
    .meta({
      description:
        'report.csv.gz: line, class, recorded, why. Once it is applied applied.csv.gz: line, outcome (counted, overruled or refused), why. ' +
        'They hold no numbers. A link needs no key and holds for 15 minutes at most.',
    }),
});

/** A new import, and where its file goes. */
export const newImportAnswer = importAnswer.extend({
  upload: z
    .object({
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()).meta({ description: 'To be sent as they stand.' }),
      expiresAt: time,
    })
    .meta({ description: 'The file is sent there, with exactly as many bytes as announced; it needs no key.' }),
});
