import type { App } from '../../../domain/app/app.ts';
import type { EventUser } from '../../../domain/events/event-data.ts';
import { cutToBytes } from '../../../domain/inbound/cut-to-bytes.ts';
import type { InboundAct } from '../../../domain/inbound/inbound-act.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { InboundEvents } from '../../../use-cases/events/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import { queryPages } from '../table/query.ts';
import { appsPartition } from '../table/stage-keys.ts';
import { eventRow, leaveEvent } from './event-row.ts';

/** Bytes of what somebody wrote that an event has; WhatsApp's own limit is 4,096 characters. */
const longestMessage = 32 * 1024;

/** Leaves the events of what is heard. What a person wrote lies in the row only until it is published. */
export function inboundEvents(table: DocumentTable, identifierKey: string, now: () => Milliseconds): InboundEvents {
  const hash = keyedHash(identifierKey);

  function placesOf({ person: { phone, bsuid } }: InboundAct): readonly string[] {
    return [
      ...(phone === undefined ? [] : [hash.place({ kind: 'phone', value: phone })]),
      ...(bsuid === undefined ? [] : [hash.place({ kind: 'bsuid', value: bsuid })]),
    ];
  }

  /** The apps on a WhatsApp Business Account: there are few apps, and few such events. */
  async function appsOf(wabaId: string): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const page of queryPages(table, { partition: appsPartition }))
      for (const app of page as readonly Partial<App>[])
        if (app.whatsapp?.wabaId === wabaId && app.appId !== undefined) found.push(app.appId);
    return found;
  }

  return {
    async message(app, act) {
      if (app.events?.messages !== true || act.via !== undefined) return;
      const data = { ...wordsOf(act), ...userOf(app, act) };
      const name = `${act.channel}|${act.messageId}`;
      await leaveEvent(table, eventRow(app.appId, { type: 'message.received', name, at: now(), data }, placesOf(act)));
    },

    async template({ wabaId, name, language, status, category, quality, metaId }, { eventId, heardAt: at }) {
      const said = { wabaId, templateId: metaId, name, language, status: status?.is ?? 'unclear' };
      const data = { ...said, category: category?.is, quality: quality?.is };
      for (const appId of await appsOf(wabaId)) {
        await leaveEvent(table, eventRow(appId, { type: 'template.changed', name: eventId, at, data }));
      }
    },
  };
}

function wordsOf({ channel, messageId, at, text, payload }: InboundAct) {
  const kept = text === undefined ? undefined : cutToBytes(text, longestMessage);
  const bytes = text === undefined ? 0 : new TextEncoder().encode(text).length;
  return {
    channel,
    messageId,
    sentAt: new Date(at).toISOString(),
    ...(kept !== undefined && { text: kept }),
    ...(bytes > longestMessage && { textCutFrom: bytes }),
    ...(payload !== undefined && { payload: payload.id }),
  };
}

/** As they were received: who writes may be somebody whom nobody knows. */
function userOf(app: App, { person: { phone }, received: { waId, bsuid } }: InboundAct): { readonly user?: EventUser } {
  if (app.events?.identifiers !== true) return {};
  return {
    user: {
      ...(phone !== undefined && { phone: `+${phone}` }),
      ...(waId !== undefined && { waId }),
      ...(bsuid !== undefined && { bsuid }),
    },
  };
}
