import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runMeasured } from '../../../lambdas/edge/runtime/consumed.ts';
import { type LogFields, logger } from '../../../lambdas/edge/runtime/logger.ts';
import { keepWritten } from '../../support/table/keep-written.ts';

let written = '';

beforeEach(() => {
  written = '';
  keepWritten((chunk) => {
    written += chunk;
  });
});
afterEach(() => vi.restoreAllMocks());

const secrets = {
  phone: '+52 55 1234 5678',
  digits: '525512345678',
  bsuid: 'US.13491208655302741918',
  token: 'olk_key_aaaaaaaaaaaaaaaa_q3fW8kJm0vZlX2cYdN4tBhS7uEoRgPiA1wTyQzKxLnM',
  text: 'ALTO ya no me escriban',
  signature: 'sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914',
};

describe('logger', () => {
  it('writes the fields that are allowed, with the request id', () => {
    runMeasured('JKJaXmPLvHcESHA=', 60_000, () =>
      logger.info('request answered', {
        route: 'POST /v1/apps/{appId}/opt-ins',
        status: 201,
        appId: 'acme',
        userId: 'usr_V1StGXR8_Z5jdHi6B-myTabcdefghijk',
        statementId: 'stm_abcdefghijk.12',
        codes: ['opted-out', 'window-closed'],
        readUnits: 1.5,
      }),
    );
    const line = JSON.parse(written) as Record<string, unknown>;
    expect(line).toMatchObject({
      level: 'INFO',
      message: 'request answered',
      requestId: 'JKJaXmPLvHcESHA=',
      route: 'POST /v1/apps/{appId}/opt-ins',
      status: 201,
      appId: 'acme',
      userId: 'usr_V1StGXR8_Z5jdHi6B-myTabcdefghijk',
      statementId: 'stm_abcdefghijk.12',
      codes: ['opted-out', 'window-closed'],
      readUnits: 1.5,
    });
  });

  it.each(Object.entries(secrets))('never lets a %s out, whatever the field or message', (_name, secret) => {
    const fields = [
      'route',
      'status',
      'code',
      'codes',
      'appId',
      'userId',
      'statementId',
      'keyId',
      'count',
      'error',
      'where',
    ];
    for (const field of fields) {
      logger.warn('odd input', { [field]: secret } as LogFields);
      logger.warn('odd input', { [field]: [secret] } as LogFields);
      logger.warn('odd input', { [field]: { nested: secret } } as LogFields);
    }
    logger.warn('odd input', { count: Number(secrets.digits) });
    logger.warn(`odd input ${secret}`);
    logger.info('odd input', { body: secret, event: { body: secret } } as LogFields);
    logger.failure('request failed', new Error(`cannot store ${secret}`));
    logger.failure('request failed', secret);
    expect(written).not.toBe('');
    expect(written).not.toContain(secret);
    expect(written).not.toContain(secrets.digits);
  });

  it('names an error by its class and its places in the code', () => {
    logger.failure('request failed', new TypeError('secret words'));
    const line = JSON.parse(written) as { error: string; where: string[] };
    expect(line.error).toBe('TypeError');
    expect(line.where[0]).toMatch(/^logger\.test\.ts:\d+$/);
  });
});
