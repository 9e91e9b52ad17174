import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { LogoFile, LogoStore } from '../../../use-cases/admin/app-ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem } from '../table/query.ts';
import { logoKey } from '../table/stage-keys.ts';

const shape: Shape<LogoFile> = { hash: 'string', type: 'string', width: 'number', height: 'number', bytes: 'map' };

/** How many logos are remembered: what a warm function meets, and no more than a megabyte and a half. */
const mostRemembered = 60;

/** The pictures of logos, each under its hash. */
export function logoStore(table: DocumentTable): LogoStore {
  const remembered = new Map<string, LogoFile>();
  return {
    async keep({ hash, type, width, height, bytes }) {
      const Item = { ...logoKey(hash), hash, type, width, height, bytes };
      await table.documents.send(new PutCommand({ TableName: table.tableName, Item }));
    },
    async find(hash) {
      const known = remembered.get(hash);
      if (known !== undefined) return known;
      const item = await getItem(table, logoKey(hash));
      if (item === undefined) return undefined;
      const logo = withoutKey(itemAs(item, shape));
      const [oldest] = remembered.keys();
      if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
      remembered.set(hash, logo);
      return logo;
    },
  };
}
