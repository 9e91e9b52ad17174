import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { exportAnswer, linkedExportAnswer, scheduleAnswer } from './answers.ts';
import { exportOrder } from './export.ts';
import { newSchedule, scheduleChange } from './export-schedule.ts';

const queued = {
  exportId: 'exp_0mwprg3k02a6c778939658dca',
  purpose: 'offers',
  status: 'queued',
  requestedAt: '2026-11-21T02:00:00.000Z',
  keyId: 'key_aaaaaaaaaaaaaaaa',
};
const completed = {
  ...queued,
  status: 'completed',
  plannedAt: '2026-11-21T02:00:01.843Z',
  closedAt: '2026-11-21T02:00:07.053Z',
  counts: { rows: 1199, excluded: { expired: 14, 'platform-stop': 9, 'withdrawn-during-export': 1 } },
  files: {
    csv: { bytes: 16802, sha256: '913aef80657fba1235972d1e4ce3cede23b85ec3e8360495a74630d75c1db7f2' },
    jsonl: { bytes: 19569, sha256: '218230ed0bae83aa0ad43107cb69ab5bf97441caa88c8db946b15a9f7ff98426' },
    manifest: { bytes: 916, sha256: '26359d93e5ac0c8b92f996484d27915835213b26df980a9e008fa56d0b790285' },
  },
};
const schedule = {
  scheduleId: 'sch_f9b2d93989af90ee',
  purpose: 'offers',
  name: 'Every night',
  expression: 'cron(0 2 * * ? *)',
  timeZone: 'America/Mexico_City',
  paused: false,
  status: 'active',
  nextRuns: ['2026-11-21T08:00:00.000Z', '2026-11-22T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
  keyId: 'key_aaaaaaaaaaaaaaaa',
  createdAt: '2026-11-21T02:00:07.053Z',
  updatedAt: '2026-11-21T02:00:07.053Z',
};

/** Exports. */
export const exportOperations = {
  'POST /v1/apps/{appId}/exports': {
    summary: 'Ask for an export',
    description:
      'The list of people who may get template messages of one purpose, as CSV and as JSONL, with a manifest. It is written over ' +
      'seconds or minutes; read it until its status is completed or failed. Whoever sends templates only needs no windows: without them ' +
      'a long export is quicker, and a tenth of the price.',
    body: exportOrder,
    example: { purpose: 'offers' },
    answers: { 202: { description: 'The export is queued.', body: exportAnswer, example: queued } },
    problems: [],
  },

  'GET /v1/apps/{appId}/exports': {
    summary: 'List exports',
    description: 'The newest first. Links to files are in the single export only.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of exports.',
        body: listOf(exportAnswer),
        example: { data: [completed], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/exports/{exportId}': {
    summary: 'Read an export',
    description: 'Once it is completed, with links to its files. Files are deleted after 90 days, the record stays.',
    answers: {
      200: {
        description: 'The export.',
        body: linkedExportAnswer,
        example: { ...completed, links: { csv: 'https://…', jsonl: 'https://…', manifest: 'https://…' } },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** Schedules of exports. */
export const exportScheduleOperations = {
  'POST /v1/apps/{appId}/export-schedules': {
    summary: 'Make a schedule of exports',
    description:
      'A standing order for exports of one purpose. One that can never run, by the clock of its time zone, is refused. Without a time ' +
      'zone it goes by that of the app.',
    body: newSchedule,
    example: { purpose: 'offers', name: 'Every night', expression: 'cron(0 2 * * ? *)' },
    answers: { 201: { description: 'The schedule.', body: scheduleAnswer, example: schedule } },
    problems: ['already-exists'],
  },

  'GET /v1/apps/{appId}/export-schedules': {
    summary: 'List schedules of exports',
    description: 'The schedules of the app, by their ids.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of schedules.',
        body: listOf(scheduleAnswer),
        example: { data: [schedule], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/export-schedules/{scheduleId}': {
    summary: 'Read a schedule of exports',
    description: 'The schedule as it is written now.',
    answers: { 200: { description: 'The schedule.', body: scheduleAnswer, example: schedule } },
    problems: [],
  },

  'PATCH /v1/apps/{appId}/export-schedules/{scheduleId}': {
    summary: 'Change, pause or go on with a schedule of exports',
    description: 'A pause holds from its answer on. Of two changes at once one gets 409 and repeats.',
    body: scheduleChange,
    example: { paused: true },
    answers: {
      200: {
        description: 'The schedule.',
        body: scheduleAnswer,
        example: { ...schedule, paused: true, status: 'paused', nextRuns: [] },
      },
    },
    problems: ['already-exists'],
  },

  'DELETE /v1/apps/{appId}/export-schedules/{scheduleId}': {
    summary: 'Delete a schedule of exports',
    description: 'It runs no more. Exports that it made stay.',
    answers: { 204: { description: 'The schedule is gone.' } },
    problems: ['already-exists'],
  },
} as const satisfies Operations;

const fields = {
  name: { description: 'For people.', examples: ['Every night'] },
  expression: {
    description:
      'As EventBridge Scheduler spells it: cron(…) with six fields, rate(12 hours) up to 3650 days, or at(2026-12-01T02:00:00) for once.',
    examples: ['cron(0 2 * * ? *)', 'rate(12 hours)'],
  },
  timeZone: { description: 'IANA; in it cron and at are read.', examples: ['America/Mexico_City'] },
} as const;

/** What the schemas of requests cannot say by themselves. */
export const exportNotes = [
  ...notesOn(exportOrder, { purpose: { description: 'A purpose of the app.', examples: ['offers'] } }),
  ...notesOn(newSchedule, { purpose: { description: 'A purpose of the app.', examples: ['offers'] }, ...fields }),
  ...notesOn(scheduleChange, { paused: { description: 'Whether its ticks are refused.' }, ...fields }),
];
