import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { local, type SampleState } from '../phone/local.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { sampleWords } from './words/sample-words.ts';

/** So often a page looks how far it is. */
const lookAgainMs = 1_000;

/** A business with a year behind it, in a database of its own: make it, go there, come back, throw it away. */
export default function Sample() {
  const t = useWords(sampleWords);
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: ['local', 'state'],
    queryFn: local.state,
    refetchInterval: ({ state: { data } }) => (data?.sample.state === 'making' ? lookAgainMs : false),
  });
  const renew = () => queries.invalidateQueries({ queryKey: ['local'] });
  const begin = useMutation({ mutationFn: local.beginSample, onSettled: renew });
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="narrow">
        <Loaded of={state}>
          {({ sample }) => (
            <section class="panel" aria-live="polite">
              {sample.state === 'here' ? (
                <>
                  <h2>{t.here}</h2>
                  <p>{t.hereWhy}</p>
                  <a class="button primary as-link" href={sample.url}>
                    {t.back}
                  </a>
                </>
              ) : sample.state === 'making' ? (
                <Making sample={sample} />
              ) : sample.state === 'ready' ? (
                <Ready sample={sample} />
              ) : (
                <>
                  {sample.state === 'failed' && (
                    <div class="note bad" role="alert">
                      <p>{t.failed}</p>
                      <p lang="en" dir="ltr">
                        {sample.complaint}
                      </p>
                    </div>
                  )}
                  <h2>{t.what}</h2>
                  <p>{t.whatWhy}</p>
                  <p class="small">{t.apart}</p>
                  <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
                    {t.make}
                  </Button>
                </>
              )}
            </section>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function Making({ sample: { done, total } }: { readonly sample: SampleState }) {
  const t = useWords(sampleWords);
  const { percent } = useSpeech();
  return (
    <>
      <h2 id="making">{t.making}</h2>
      <progress aria-labelledby="making" max={Math.max(1, total)} value={done} />
      <p>{fill(t.howFar, { share: percent(done / Math.max(1, total)) })}</p>
    </>
  );
}

function Ready({ sample: { url, seconds = 0 } }: { readonly sample: SampleState }) {
  const t = useWords(sampleWords);
  const { number } = useSpeech();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: local.discardSample,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['local'] });
      setAsking(false);
    },
  });
  return (
    <>
      <h2>{t.ready}</h2>
      <p>{fill(t.readyWhy, { seconds: number(seconds) })}</p>
      <div class="page-act">
        <a class="button primary as-link" href={url}>
          {t.open}
        </a>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t.discard}
        </Button>
      </div>
      <Dialog title={t.discardAsk} open={asking} onClose={() => setAsking(false)}>
        <p>{t.discardWhy}</p>
        <div class="form-acts">
          <Button onClick={() => setAsking(false)}>{t.keep}</Button>
          <Button look="danger" busy={discard.isPending} onClick={() => discard.mutate()}>
            {t.discard}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
