import { identifiersOf } from '../../../domain/identity/person.ts';
import type { TemplateName } from '../../../domain/templates/template.ts';
import type { GateReader } from '../../../use-cases/gate/ports.ts';
import { peopleAt } from '../identity/people.ts';
import { parsePlaceItem, parseWindowItem } from '../places/parse-item.ts';
import { fromPlaceItem } from '../places/place-item.ts';
import { type PlaceReader, type PlaceWithWindow, placeReader } from '../places/place-reader.ts';
import { templateKey } from '../table/app-keys.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import { type Key, placeKey, windowKey } from '../table/keys.ts';
import { templateIdOf } from '../templates/template-id.ts';
import { toTemplate } from '../templates/template-store.ts';

/** Reads what a call is judged by, in one request where the person lives under what they are named by. */
export function gateReader(table: DocumentTable, identifierKey: string): GateReader {
  const hash = keyedHash(identifierKey);
  const reader = placeReader(table);

  return {
    async look(appId, person, { window, template }, now) {
      const places = identifiersOf(person).map((each) => hash.place(each));
      // State and window of one place lie side by side: a query reads both for the price of one.
      if (window && template === undefined && places.length === 1) {
        return { person: await peopleAt(reader, hash).find(appId, person, now), template: undefined };
      }
      const ofPlace = (place: string) => [placeKey(appId, place), ...(window ? [windowKey(appId, place)] : [])];
      const keys = [...places.flatMap(ofPlace), ...(template === undefined ? [] : [keyOf(template)])];
      const found = await batchGet(table, keys, { consistent: true });
      const items = new Map(found.map((item) => [nameOf(item as Key), item]));
      const seen = new Map(places.map((place) => [place, placeIn(items, appId, place)]));
      const registered = template && items.get(nameOf(keyOf(template)));
      return {
        person: await peopleAt(readAhead(reader, seen, window), hash).find(appId, person, now),
        template: registered && toTemplate(registered),
      };
    },
  };
}

/**
 * Answers each place once from what was read already; whoever looks again, because somebody wrote meanwhile, gets it as it is then.
 *
 * @param window without it no windows are read at all: nothing is decided by them
 */
function readAhead(reader: PlaceReader, seen: Map<string, PlaceWithWindow>, window: boolean): PlaceReader {
  return {
    ...reader,
    async withWindow(appId, place) {
      const found = seen.get(place);
      seen.delete(place);
      return found ?? reader.withWindow(appId, place);
    },
    windows: async (appId, names) => (window ? reader.windows(appId, names) : new Map()),
  };
}

function placeIn(items: ReadonlyMap<string, object>, appId: string, place: string): PlaceWithWindow {
  const [state, window] = [items.get(nameOf(placeKey(appId, place))), items.get(nameOf(windowKey(appId, place)))];
  return { place: state && fromPlaceItem(parsePlaceItem(state)), window: window && parseWindowItem(window) };
}

const keyOf = (template: TemplateName): Key => templateKey(template.wabaId, templateIdOf(template));
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
