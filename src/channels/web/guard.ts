/** Who may use the page. */
import type { IncomingMessage } from 'node:http';
import { InputError } from '../../model/errors.ts';
import { isDirectlyLocal } from '../../model/local.ts';

const sameOrigin = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase());

/** Refuses what does not come from this computer (unless `open`) and what another site's page sends. */
export const guard = (request: IncomingMessage, open: boolean): void => {
  if (!open && !isDirectlyLocal(request))
    throw new InputError(
      'This page answers only on the computer that runs Signpost, at http://localhost or http://127.0.0.1. ' +
        'To let others use it, set SIGNPOST_WEB to "open" and put it behind your own sign-in.',
      403,
    );
  if (!sameOrigin(request))
    throw new InputError(
      'The request comes from the page of another site. Open the page at its own address; a proxy in front of it must pass the Host header on.',
      403,
    );
};
