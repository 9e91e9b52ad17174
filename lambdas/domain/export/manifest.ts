import type { AudienceFile, AudienceFiles, ExcludedCounts, ExportPlan, ExportRequest } from './export.ts';

/** What `manifest.json` says of the files beside it. */
export interface Manifest {
  readonly exportId: string;
  readonly appId: string;
  readonly purpose: string;
  /** By which rules and settings rows were decided. */
  readonly rule: {
    readonly name: string;
    readonly message: 'template';
    readonly settingsVersion: number;
    readonly purpose: ExportPlan['purpose'];
    readonly countryRules?: ExportPlan['countryRules'];
  };
  readonly requestedAt: string;
  readonly plannedAt: string;
  readonly closedAt: string;
  readonly scheduleId?: string;
  /** Windows were left out: `windowOpenUntil` is not known of anybody. */
  readonly windows?: false;
  readonly counts: { readonly rows: number; readonly excluded: ExcludedCounts };
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** The manifest of a closed export. Counts are of the rows read; people who never were in the list are in none of them. */
export function manifestOf(
  request: ExportRequest,
  plan: ExportPlan,
  closed: {
    readonly closedAt: number;
    readonly rows: number;
    readonly excluded: ExcludedCounts;
    readonly files: AudienceFiles;
  },
): Manifest {
  const utc = (time: number) => new Date(time).toISOString();
  return {
    exportId: request.exportId,
    appId: request.appId,
    purpose: request.purposeId,
    rule: {
      name: plan.rule,
      message: 'template',
      settingsVersion: plan.settingsVersion,
      purpose: plan.purpose,
      ...(plan.countryRules !== undefined && { countryRules: plan.countryRules }),
    },
    requestedAt: utc(request.requestedAt),
    plannedAt: utc(plan.plannedAt),
    closedAt: utc(closed.closedAt),
    scheduleId: request.scheduleId,
    windows: request.windows,
    counts: { rows: closed.rows, excluded: closed.excluded },
    files: [closed.files.csv, closed.files.jsonl].map(({ key, bytes, sha256 }: AudienceFile) => ({
      name: key.slice(key.lastIndexOf('/') + 1),
      bytes,
      sha256,
    })),
  };
}
