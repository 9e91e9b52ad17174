import { useQueryClient } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { type App, useApp } from '../app-context.ts';
import type { Values } from '../kit/form.tsx';
import { type KeptForm, useKeptForm } from '../kit/kept-form.ts';
import { toast } from '../kit/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { settingsWords } from './words/settings-words.ts';

export type AppChange = components['schemas']['AppChange'];

/** What providers are called everywhere. */
export const providerNames = { aws: 'AWS End User Messaging', twilio: 'Twilio' } as const;

/** What a panel sends; undefined = it has to ask first, and nothing is sent. */
export type ChangeOf = (values: Values, app: App) => AppChange | undefined;

/**
 * The form of one panel: it shows what is stored, sends what it is about, and shows what was stored then.
 *
 * @param panel its name among the panels
 * @param ask called in place of sending where `changeOf` wants to ask first
 */
export function useSettings(
  panel: string,
  valuesOf: (app: App) => Values,
  changeOf: ChangeOf,
  ask: () => void = () => undefined,
): KeptForm {
  const t = useWords(settingsWords);
  const app = useApp();
  const queries = useQueryClient();
  const form = useKeptForm(
    `settings:${app.appId}:${panel}`,
    valuesOf(app),
    async (values) => {
      const body = changeOf(values, app);
      if (body === undefined) return undefined;
      return dataOf(api.PATCH('/v1/apps/{appId}', { params: { path: { appId: app.appId } }, body }));
    },
    (changed) => {
      if (changed === undefined) return ask();
      queries.setQueryData(['app', app.appId], changed);
      void queries.invalidateQueries({ queryKey: ['apps'] });
      const stored = valuesOf(changed);
      for (const pointer of Object.keys({ ...form.values, ...stored })) form.set(pointer, stored[pointer] ?? '');
      toast(t.saved);
    },
    t.faults,
  );
  return form;
}

/** What was typed; null where it was emptied. */
export const orNull = (value: string | undefined): string | null => value?.trim() || null;

/** The rows that are typed under `/root/<n>/…`, as far as they are counted in `/<root>-count`. */
export const rowsOf = (values: Values, root: string): number => Number(values[`/${root}-count`] ?? 0);
