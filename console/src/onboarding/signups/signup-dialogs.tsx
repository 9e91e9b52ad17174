import { useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { ChecksField } from '../../kit/choice-fields.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Form, TextField, useForm, type Values } from '../../kit/form.tsx';
import { toast } from '../../kit/toasts.tsx';
import { linesOf } from '../../kit/values.ts';
import { kitWords } from '../../kit/words/kit-words.ts';
import { useWords } from '../../words/use-words.ts';
import { SignupFields } from './signup-fields.tsx';
import { changeSignup, type SignupWithTexts, useSignupChanged } from './signups.ts';
import { signupsWords } from './words/signups-words.ts';

interface SignupDialogProps {
  readonly of: SignupWithTexts;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What a signup says, changed at Meta. */
export function ChangeDialog({ open, ...props }: SignupDialogProps) {
  const t = useWords(signupsWords);
  return (
    <Dialog title={t.changeTitle} open={open} onClose={props.onClose}>
      <p class="note">{t.changeDoes}</p>
      <ChangeForm {...props} />
    </Dialog>
  );
}

const changeable = ['name', 'signupMessage', 'confirmationMessage', 'promoCode', 'websiteUrl'] as const;

function ChangeForm({ of: signup, onClose }: Omit<SignupDialogProps, 'open'>) {
  const t = useWords(signupsWords);
  const { same, faults } = useWords(kitWords);
  const { appId } = useApp();
  const changed = useSignupChanged();
  // As it was when the form was opened: what somebody changes meanwhile is not undone.
  const [before] = useState<Values>(() =>
    Object.fromEntries(changeable.map((field) => [`/${field}`, signup[field] ?? ''])),
  );
  const form = useForm(
    before,
    async (values) => {
      const body = Object.fromEntries(
        changeable.flatMap((field) => {
          const [had, has] = [before[`/${field}`], values[`/${field}`]?.trim()];
          return has === had ? [] : [[field, has]];
        }),
      );
      return Object.keys(body).length === 0 ? signup : changeSignup(appId, signup.signupId, body);
    },
    (saved) => {
      changed(saved);
      toast(t.saved);
      onClose();
    },
    { ...t.faults, 'too-short': faults.required },
  );
  return (
    <Form form={form} act={t.save} onCancel={onClose} whenUnsure={same}>
      <SignupFields form={form} />
    </Form>
  );
}

/** Closes a signup, or opens it again. */
export function StatusDialog({ of: { signupId, status }, open, onClose }: SignupDialogProps) {
  const t = useWords(signupsWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const changed = useSignupChanged();
  const isOpen = status === 'active';
  const form = useForm(
    {},
    () => changeSignup(appId, signupId, { status: isOpen ? 'disabled' : 'active' }),
    (saved) => {
      changed(saved);
      toast(saved.status === 'active' ? t.openNow : t.closedNow);
      onClose();
    },
  );
  return (
    <Dialog title={isOpen ? t.disableTitle : t.enableTitle} open={open} onClose={onClose}>
      <Form
        form={form}
        act={isOpen ? t.disable : t.enable}
        look={isOpen ? 'danger' : 'primary'}
        onCancel={onClose}
        whenUnsure={same}
      >
        <p>{isOpen ? t.disableDoes : t.enableDoes}</p>
      </Form>
    </Dialog>
  );
}

/** Says what a signup is for that was made elsewhere; from then on what it brings counts here. */
export function AdoptDialog({ of: { signupId }, open, onClose }: SignupDialogProps) {
  const t = useWords(signupsWords);
  const { same } = useWords(kitWords);
  const { appId, purposes } = useApp();
  const changed = useSignupChanged();
  const form = useForm(
    {},
    (values) => {
      const day = values['/textSince'] ?? '';
      return changeSignup(appId, signupId, {
        purposes: linesOf(values['/purposes']),
        ...(day !== '' && { textSince: new Date(`${day}T00:00:00`).toISOString() }),
      });
    },
    (saved) => {
      changed(saved);
      toast(t.adopted);
      onClose();
    },
    t.faults,
  );
  return (
    <Dialog title={t.adopt} open={open} onClose={onClose}>
      <Form form={form} act={t.adopt} onCancel={onClose} whenUnsure={same}>
        <ChecksField
          form={form}
          pointer="/purposes"
          label={t.purposes}
          hint={t.purposesHint}
          choices={purposes.map(({ purposeId, name }) => [purposeId, name] as const)}
        />
        <TextField form={form} pointer="/textSince" type="date" label={t.textSince} hint={t.textSinceHint} optional />
      </Form>
    </Dialog>
  );
}
