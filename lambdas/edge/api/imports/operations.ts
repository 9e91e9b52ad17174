import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { importAnswer, linkedImportAnswer, newImportAnswer } from './answers.ts';
import { attestation, newImport, undoOrder } from './import.ts';
import { dryRunOrder } from './mapping.ts';

const created = {
  importId: 'imp_0mwprg3k02a6c778939658dca',
  kind: 'opt-ins',
  fileName: 'newsletter.csv',
  size: 81240,
  state: 'awaiting-file',
  createdAt: '2026-11-27T02:00:00.000Z',
  updatedAt: '2026-11-27T02:00:00.000Z',
  keyId: 'key_aaaaaaaaaaaaaaaa',
};
const mapping = {
  columns: { phone: 'Phone', date: { column: 'Signed up', format: 'DD.MM.YYYY', timeZone: 'Europe/Berlin' } },
  country: 'DE',
  purposes: ['offers'],
  notice: { noticeId: 'till-form', noticeVersion: 3 },
  source: 'paper',
};
const previewed = {
  ...created,
  state: 'previewed',
  updatedAt: '2026-11-27T02:00:09.000Z',
  mode: 'preview',
  dryRun: 1,
  mapping,
  file: {
    bytes: 81240,
    sha256: '913aef80657fba1235972d1e4ce3cede23b85ec3e8360495a74630d75c1db7f2',
    rows: 1200,
    encoding: 'utf-8',
    delimiter: ';',
  },
  progress: { rows: 1200, done: 1200 },
  counts: { new: 1100, known: 40, 'older-than-opt-out': 12, 'unusable-number': 48 },
  toRecord: 1112,
  previewedAt: '2026-11-27T02:00:09.000Z',
};
const applied = {
  ...previewed,
  state: 'applied',
  mode: 'apply',
  attestation: {
    operator: 'A. Diaz',
    documentRef: 'BOX-17',
    dryRun: 1,
    report: '0f1f3c2b8b0b6f5f4f2f5a6d9d2e4a1c6b7e8f9a0b1c2d3e4f5a6b7c8d9e0f1a',
    at: '2026-11-27T02:01:00.000Z',
    keyId: 'key_aaaaaaaaaaaaaaaa',
  },
  applied: { recorded: 1112, counted: 1100, overruled: 12, refused: 0 },
  appliedAt: '2026-11-27T02:01:09.000Z',
};

/** Imports. */
export const importOperations = {
  'POST /v1/apps/{appId}/imports': {
    summary: 'Begin an import',
    description:
      'Says what kind of file comes; the answer has an address to which the file is sent. Nothing is read before the dry run.',
    body: newImport,
    example: { kind: 'opt-ins', fileName: 'newsletter.csv', size: 81240 },
    answers: {
      201: {
        description: 'The file may come.',
        body: newImportAnswer,
        example: {
          ...created,
          upload: {
            method: 'PUT',
            url: 'https://…',
            headers: { 'content-type': 'text/csv' },
            expiresAt: '2026-11-27T02:15:00.000Z',
          },
        },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/imports': {
    summary: 'List imports',
    description: 'The newest first. Links to reports are in the single import only.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of imports.',
        body: listOf(importAnswer),
        example: { data: [applied], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/imports/{importId}': {
    summary: 'Read an import',
    description:
      'State, progress and counts; after a dry run with a link to its report. Files are deleted after 90 days.',
    answers: {
      200: {
        description: 'The import.',
        body: linkedImportAnswer,
        example: { ...previewed, links: { report: 'https://…' } },
      },
    },
    problems: [],
  },

  'PUT /v1/apps/{appId}/imports/{importId}/file': {
    summary: 'Send the file of an import in a call',
    description:
      'Instead of the address in the answer to its making, up to 4 MiB. Files that are not UTF-8 are sent as ' +
      '`application/octet-stream`. Sent again it replaces the file, until the import is applied.',
    foreignBody: { contentType: 'text/csv', description: 'The file.' },
    answers: { 200: { description: 'The file is there.', body: importAnswer, example: created } },
    problems: ['import-state', 'body-too-large', 'unsupported-media-type'],
  },

  'POST /v1/apps/{appId}/imports/{importId}/dry-run': {
    summary: 'Try an import',
    description:
      'Reads the file by this mapping and gives each row a class, by the decision that a single call would get. Nothing is ' +
      'recorded. Read the import until its state is previewed, refused or failed. May be repeated until the import is applied.',
    body: dryRunOrder,
    example: mapping,
    answers: {
      202: { description: 'The dry run is on its way.', body: importAnswer, example: { ...created, state: 'reading' } },
    },
    problems: ['import-state'],
  },

  'POST /v1/apps/{appId}/imports/{importId}/apply': {
    summary: 'Apply an import',
    description:
      'Records the rows that the dry run found usable, as reported statements dated by the row (or suppressions). Somebody answers ' +
      'for the file by name, with the document that proves it, and names the dry run that was looked at: when it is not the last one any ' +
      'more, it is refused with 409 (another-dry-run). Called again while it is on its way it starts nothing; after a failure it ' +
      'continues where it stopped.',
    body: attestation,
    example: { operator: 'A. Diaz', documentRef: 'BOX-17', dryRun: 1, confirms: true },
    answers: {
      202: { description: 'It is on its way.', body: importAnswer, example: { ...previewed, state: 'applying' } },
    },
    problems: ['import-state', 'another-dry-run'],
  },

  'POST /v1/apps/{appId}/imports/{importId}/undo': {
    summary: 'Undo an import',
    description:
      'The opt-ins of the batch never counted: an `annulled` for each person. An import whose applying failed or was stopped can be ' +
      'undone too: what it recorded so far never counted, and the rest is never recorded. Noes are never undone, so an import of ' +
      'opt-outs or suppressions is refused with 409.',
    body: undoOrder,
    example: { operator: 'A. Diaz', reason: 'The wrong list.' },
    answers: {
      202: { description: 'It is on its way.', body: importAnswer, example: { ...applied, state: 'undoing' } },
    },
    problems: ['import-state'],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const importNotes = [
  ...notesOn(newImport, {
    kind: { description: 'What its rows are. A file of opt-ins may hold noes too, by a column that says so.' },
    fileName: { description: 'For people.', examples: ['newsletter.csv'] },
    size: { description: 'Bytes of the file, at most 250,000,000.', examples: [81240] },
  }),
  ...notesOn(dryRunOrder, {
    delimiter: { description: 'Without it the header line decides.' },
    encoding: { description: 'Without it UTF-8 or, with a byte order mark, UTF-16; else Windows-1252.' },
    header: { description: 'The first line names the columns; there is no other way.' },
    country: {
      description: 'ISO 3166-1 of numbers without a country code; without it they are refused.',
      pattern: '^[A-Z]{2}$',
      examples: ['MX'],
    },
    numbers: { description: '`digits`: every number has its country code and no plus.' },
    date: { description: 'One moment for every row that has no date of its own.' },
    purposes: {
      description:
        'Of rows without purposes of their own; files of opt-outs may say "all" (which is the default) or "marketing".',
    },
    notice: { description: 'The notice that was shown to everybody in the file.' },
    source: { description: 'Where people said it; `import` when not given.' },
    scope: { description: 'Of suppressions: what they stop; `all` when not given.' },
    reason: { description: 'Of suppressions without a reason of their own.' },
    lift: { description: 'Of suppressions: those of the people in the file end.' },
  }),
  ...notesOn(attestation, {
    operator: { description: 'Who answers for it. Whoever signs in is it, and leaves this out.' },
    documentRef: { description: 'Where the proof lies.', examples: ['BOX-17'] },
    dryRun: { description: 'The dry run that was looked at, as the import shows it.', examples: [1] },
  }),
  ...notesOn(undoOrder, {
    operator: { description: 'Who takes it back. Whoever signs in is it, and leaves this out.' },
  }),
];
