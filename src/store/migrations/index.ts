/**
 * Every change to the tables, in order. A released one is never edited; a new one gets a file and the last line here,
 * and its tables go into `../schema.ts`. Portable types are text, integer and bigint.
 */
import type { Migration } from 'kysely/migration';
import * as conversations from './001-conversations.ts';
import * as livingCards from './002-living-cards.ts';
import * as tickets from './003-tickets.ts';
import * as notices from './004-notices.ts';
import * as audit from './005-audit.ts';
import * as feedback from './006-feedback.ts';
import * as place from './007-place.ts';
import * as slackInstallations from './008-slack-installations.ts';
import * as rateable from './009-rateable.ts';
import * as taskSuccess from './010-task-success.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '001-conversations': conversations,
  '002-living-cards': livingCards,
  '003-tickets': tickets,
  '004-notices': notices,
  '005-audit': audit,
  '006-feedback': feedback,
  '007-place': place,
  '008-slack-installations': slackInstallations,
  '009-rateable': rateable,
  '010-task-success': taskSuccess,
};
