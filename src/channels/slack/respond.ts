/** The URL that comes with a command or a press, and takes a few answers within half an hour. */
import { answered, busy } from './refusal.ts';
import { patience } from './sdk.ts';

/** Answers for the person alone who gave the command or pressed; false when the URL was used up or ran out. */
export const respond = async (url: string, message: object): Promise<boolean> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', ...message }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (response.status === 429) throw busy('answer a command', Number(response.headers.get('retry-after')) || undefined);
  if (response.status >= 500) throw answered('answer a command', response.status);
  return response.ok;
};
