import { randomBytes } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { decisionAge } from '../../../domain/gate/gate-decision.ts';
import type { KeptDecisions } from '../../../use-cases/gate/ports.ts';
import { parseUserId } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { gateDecisionKey, gateDecisionsOfUser } from '../table/keys.ts';
import { decisionIdOf, parseDecisionId } from './decision-id.ts';

/** Keeps decisions of the gate, each in one write; nearly all fit into one unit, and one more where the index names a person. */
export function keptDecisions({ documents, tableName }: DocumentTable): KeptDecisions {
  return {
    /** 80 random bits. */
    newId: (at) => decisionIdOf(at, Array.from(randomBytes(16), (byte) => (byte % 32).toString(32)).join('')),
    async keep(appId, { decisionId, ...decided }) {
      const key = gateDecisionKey(appId, decided.at, parseDecisionId(decisionId)?.name ?? decisionId);
      const user = decided.userId === undefined ? undefined : parseUserId(decided.userId);
      const ofUser = user && { upk: gateDecisionsOfUser(appId, user.subjectId), usk: key.sk };
      const ttl = Math.floor((decided.at + decisionAge) / 1000);
      await documents.send(new PutCommand({ TableName: tableName, Item: { ...key, ...decided, ...ofUser, ttl } }));
    },
  };
}
