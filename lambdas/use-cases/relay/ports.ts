/** What a consumer is told of one ledger entry. */
export interface Parcel {
  /** Whose ledger it lies in. Parcels of one group come in their order, where the consumer wants that. */
  readonly group: string;
  /** Names the entry in its group: the same parcel once more within five minutes is dropped, where the consumer wants order. */
  readonly key: string;
  /** Text of ASCII. */
  readonly body: string;
}

/** `taken`: it will not be lost. `refused`: it will never be taken. `failed`: it may be taken another time. */
export type Handover =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused' | 'failed'; readonly error: unknown };

/** The queue of a consumer. */
export interface ParcelQueue {
  /** Never rejects. What became of each parcel, in their order. Of one group there is one parcel at a time: no order is promised inside. */
  send(parcels: readonly Parcel[]): Promise<readonly Handover[]>;
}
