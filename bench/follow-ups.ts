/** Labelled follow-ups: what people say after an answer, and of which parts of its entry it speaks. */
export type FollowUp = {
  readonly entry: string;
  readonly text: string;
  readonly kind: 'question' | 'fact' | 'ruled-out' | 'did' | 'failed' | 'other';
  readonly parts: readonly string[];
  readonly language: string;
  readonly sentence?: string;
};
