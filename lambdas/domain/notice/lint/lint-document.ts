import type { TemplateCategory } from '../../app/app.ts';
import type { NoticeText } from '../notice.ts';

/** The texts of a notice, as they are sent to be published. */
export interface NoticeDocument {
  readonly kind: 'notice';
  readonly texts: readonly NoticeText[];
  /** The categories of the app's purposes where they are known: only then marketing under another name can be seen. */
  readonly purposes?: readonly { readonly purposeId: string; readonly category: TemplateCategory }[];
}

/** Something to tick or to fill in on a form. */
export interface FormField {
  /** The purpose that it asks consent for; absent = it asks for something else. */
  readonly purposeId?: string;
  readonly label: string;
  /** Ticked, or on, before the person touched it. */
  readonly preTicked: boolean;
  /** Without it the form cannot be sent. */
  readonly required?: boolean;
}

/** A form of the business's own, on which it asks for consent. */
export interface FormDocument {
  readonly kind: 'form';
  /** The words above the fields. */
  readonly text: string;
  /** BCP 47. */
  readonly locale: string;
  readonly businessName?: string;
  /** Whether the logo of WhatsApp stands beside its name. */
  readonly showsWhatsappMark: boolean;
  /** Whether the person types the number, or can change it. */
  readonly numberEditable: boolean;
  readonly fields: readonly FormField[];
}

/** A message template, before it is sent to Meta for approval. */
export interface TemplateDocument {
  readonly kind: 'template';
  /** BCP 47 (Meta writes `pt_BR`, which is understood). */
  readonly locale: string;
  readonly category: TemplateCategory;
  readonly body: string;
  readonly footer?: string;
  readonly buttons?: readonly { readonly type: string; readonly text: string }[];
}

export type LintDocument = NoticeDocument | FormDocument | TemplateDocument;

/** Local law that can be asked for beside a profile (docs/linter.md): European Union, United States, Canada, Brazil, India. */
export const localLaws = ['eu', 'us', 'ca', 'br', 'in'] as const;
export type LocalLaw = (typeof localLaws)[number];
