/** What a rule for secrets is, and the parts that rules are made of. */
import type { SecretKind } from '../model/catalog.ts';
import type { Judge } from './secret-values.ts';

/** `pattern` finds the secret behind its group `before`, which stays. Only what passes `holds` is masked. */
export type Rule = { readonly kind: SecretKind; readonly pattern: RegExp; readonly holds?: Judge };

/** Between a label and its value: `=`, `:`, `=>`, plain or URL-encoded, with the quotes of JSON, code and escaped JSON. */
export const separator = String.raw`(?:\\{0,3}["'])?(?: ?\([^()\n]{1,30}\))?[^\S\n]{0,4}(?:[=-]>|→|:=|[=:：]|%3[AD])[^\S\n]{0,4}(?:\\{0,3}["'])?`;

/** An unquoted value ends where the next field of a form or connection string begins. */
export const unquoted = String.raw`(?:[^\s&;"<]|&(?!\w{1,40}=)|;(?!\s?[\w ]{1,40}=)|<(?![/a-z]))`;

const value = (least: number): string => String.raw`[^\s"'<>&,;\\\[\]{}|]{${least},20000}`;

export const labelled = (label: string, least: number): RegExp =>
  new RegExp(String.raw`(?<before>(?<![A-Za-z])(?:${label})${separator})${value(least)}`, 'gi');
