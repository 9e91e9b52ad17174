import { beforeEach, describe, expect, it } from 'vitest';
import { chargeCounter } from '../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { fewestForLoss, mostDays, sumOf } from '../../lambdas/domain/collection/funnel.ts';
import { addDays } from '../../lambdas/domain/day.ts';
import { type TestApi, testApi } from '../support/api/api.ts';
import { apiApp } from '../support/api/api-app.ts';
