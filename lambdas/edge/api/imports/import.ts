import * as z from 'zod';
import { importKinds, mostBytes } from '../../../domain/import/import.ts';
import { text } from '../../fields/text.ts';

/** A file that is to come. */
export const newImport = z.strictObject({
  kind: z.enum(importKinds),
  fileName: text(200),
  size: z.int().min(1).max(mostBytes),
});

/** Somebody answers for the file by name. */
export const attestation = z.strictObject({
  operator: text(200).optional(),
  documentRef: text(200),
  dryRun: z.int().min(1).max(1_000_000),
  confirms: z.literal(true),
});

/** Why a batch is taken back, and by whom. */
export const undoOrder = z.strictObject({ operator: text(200).optional(), reason: text(500) });
