import type { Template, TemplateName, TemplateWords } from '../../../domain/templates/template.ts';
import type { TemplateChange, TemplateEntry, TemplateStore } from '../../../use-cases/templates/ports.ts';
import {
  templateEntryKey,
  templateHistoryPartition,
  templateKey,
  templatesPartition,
  templateWordsKey,
  templateWordsPartition,
} from '../table/app-keys.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { getItem, queryAll, queryPage } from '../table/query.ts';
import { AlreadyRecordedError, put, putNew, type TransactItem, transact, untilSettled } from '../table/transaction.ts';
import { templateIdOf } from './template-id.ts';

const shape: Shape<Template> = {
  wabaId: 'string',
  name: 'string',
  language: 'string',
  mentioned: 'map',
  purposes: 'map',
  version: 'number',
};
const entryShape: Shape<TemplateEntry> = { at: 'number', heardAt: 'number', from: 'string', facts: 'map' };
type WordsItem = TemplateName & { readonly words: TemplateWords };
const wordsShape: Shape<WordsItem> = { wabaId: 'string', name: 'string', language: 'string', words: 'map' };

/** The registry of message templates, in the one table. */
export function templateStore(table: DocumentTable): TemplateStore {
  const find = async (name: TemplateName) => {
    const item = await getItem(table, keyOf(name));
    return item && toTemplate(item);
  };

  return {
    idOf: templateIdOf,
    find,

    async findById(wabaId, templateId) {
      const item = await getItem(table, templateKey(wabaId, templateId));
      return item && toTemplate(item);
    },

    async findMany(names) {
      const keys = new Map(names.map((name) => [nameOf(name), keyOf(name)]));
      const items = await batchGet(table, [...keys.values()], { consistent: true });
      const found = new Map(items.map(toTemplate).map((template) => [nameOf(template), template]));
      return names.map((name) => found.get(nameOf(name)));
    },

    async page(wabaId, limit, after) {
      const { items, last } = await queryPage(table, { partition: templatesPartition(wabaId), after }, limit);
      return { data: items.map(toTemplate), ...(last !== undefined && { next: last }) };
    },

    all: async (wabaId) => (await queryAll(table, { partition: templatesPartition(wabaId) })).map(toTemplate),

    async words(name) {
      const item = await getItem(table, wordsKeyOf(name));
      return item && itemAs(item, wordsShape).words;
    },

    async allWords(wabaId) {
      const items = await queryAll(table, { partition: templateWordsPartition(wabaId) });
      return items.map((item) => withoutKey(itemAs(item, wordsShape)));
    },

    async history(name, limit) {
      const stretch = { partition: templateHistoryPartition(name.wabaId, templateIdOf(name)), newestFirst: true };
      const { items } = await queryPage(table, stretch, limit);
      return items.map((item) => withoutKey(itemAs(item, entryShape)));
    },

    async change(name, decide, known) {
      let first = known;
      return untilSettled(async () => {
        const before = first === undefined ? await find(name) : first.template;
        first = undefined;
        const change = decide(before);
        if (change === undefined) return { template: before, isNew: false };
        const { after, entry, words } = change;
        const entryItem = entry && toEntryItem(name, entry);
        const writes = [
          ...(entryItem === undefined ? [] : [putNew(table, entryItem)]),
          putAsRead(table, after, before),
          ...(words === undefined ? [] : [put(table, { ...wordsKeyOf(name), ...bare(name), words })]),
        ];
        try {
          // Only an event comes again: of two others of one name and time the later decides anew.
          await transact(table, writes, entryItem?.from === 'event' ? [entryItem] : []);
        } catch (error) {
          if (!(error instanceof AlreadyRecordedError)) throw error;
          return { template: before, isNew: false };
        }
        return { template: after, isNew: true };
      });
    },
  };
}

/** Only if the template is still as it was read. */
function putAsRead(
  { tableName: TableName }: DocumentTable,
  after: Template,
  before: Template | undefined,
): TransactItem {
  const Item = { ...keyOf(after), ...after };
  if (before === undefined) return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  const asRead = { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } };
  return { Put: { TableName, Item, ...asRead } };
}

function toEntryItem(
  name: TemplateName,
  { entryId, ...entry }: NonNullable<TemplateChange['entry']>,
): TemplateEntry & Key {
  return { ...templateEntryKey(name.wabaId, templateIdOf(name), entry.at, entryId), ...entry };
}

const bare = ({ wabaId, name, language }: TemplateName): TemplateName => ({ wabaId, name, language });

/** A template out of its item. @throws MalformedItemError */
export const toTemplate = (item: object): Template => withoutKey(itemAs(item, shape));

const keyOf = (name: TemplateName): Key => templateKey(name.wabaId, templateIdOf(name));
const wordsKeyOf = (name: TemplateName): Key => templateWordsKey(name.wabaId, templateIdOf(name));
const nameOf = ({ wabaId, name, language }: TemplateName): string => `${wabaId}#${name}#${language}`;
