import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { exportStore } from '../../../lambdas/adapters/dynamodb/exports/export-store.ts';
import { scheduleStore } from '../../../lambdas/adapters/dynamodb/exports/schedule-store.ts';
import { people } from '../../../lambdas/adapters/dynamodb/identity/people.ts';
import { eligibleRows } from '../../../lambdas/adapters/dynamodb/rows/eligible-rows.ts';
import {
  type Consumed,
  type DocumentTable,
  documentTable,
} from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { audienceStore } from '../../../lambdas/adapters/s3/audience-store.ts';
import { shards } from '../../../lambdas/contract/table.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { ExportResult } from '../../../lambdas/domain/export/export.ts';
import { finishExport, type WrittenShard } from '../../../lambdas/use-cases/exports/finish-export.ts';
import { type ExportOrder, planExport } from '../../../lambdas/use-cases/exports/plan-export.ts';
import { writeExportShard } from '../../../lambdas/use-cases/exports/write-export-shard.ts';
import { identifierKey } from '../ledger/ledger-bench.ts';
import type { TestBucket } from './export-bucket.ts';

/** An app with a marketing purpose that expires after a year and a utility purpose that does not. */
export function exportApp(appId: string): App {
  return {
    appId,
    displayName: 'Acme',
    locale: 'es-MX',
    timeZone: 'America/Mexico_City',
    smsNumbers: [],
    purposes: [
      { purposeId: 'offers', name: 'Offers', category: 'marketing', validForDays: 365 },
      { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
    ],
    doubleOptIn: [],
    automatedMessage: { enabled: false },
    version: 3,
    createdAt: Date.UTC(2026, 0, 1),
    updatedAt: Date.UTC(2026, 0, 1),
  };
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** The table as the functions open it, with what every request consumed. */
export function testTable({ endpoint, tableName }: { readonly endpoint: string; readonly tableName: string }) {
  const consumed: Consumed[] = [];
  const table = documentTable(tableName, (each) => consumed.push(each), { endpoint, region: 'eu-west-1', credentials });
  return { table, consumed };
}

/** The real stores behind the three steps, with a clock that the test sets. */
export function exportSteps(table: DocumentTable, bucket: TestBucket) {
  const clock = { now: Date.UTC(2026, 10, 21, 2, 0, 0) };
  const now = () => clock.now;
  const deps = {
    apps: appStore(table, now),
    schedules: scheduleStore(table),
    exports: exportStore(table),
    eligibleRows: eligibleRows(table),
    people: people(table, identifierKey),
    audiences: audienceStore(bucket.client, bucket.bucket),
    now,
  };
  const everyShard = Array.from({ length: shards }, (_, shard) => shard);
  return {
    deps,
    clock,
    plan: (order: ExportOrder, executionId = 'execution-1') => planExport(deps, order, executionId),
    async writeShards(appId: string, exportId: string): Promise<WrittenShard[]> {
      const parts: WrittenShard[] = [];
      for (const shard of everyShard) parts.push(await writeExportShard(deps, { appId, exportId, shard }));
      return parts;
    },
    finish: (appId: string, exportId: string, parts: readonly WrittenShard[]): Promise<ExportResult> =>
      finishExport(deps, { appId, exportId, parts }),
  };
}
