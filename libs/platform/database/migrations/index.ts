import { CreatePeople1795300000001 } from './1795300000001-create-people';
import { CreateActivity1795300000002 } from './1795300000002-create-activity';
import { CreateInstitutions1795300000003 } from './1795300000003-create-institutions';
import { CreateSources1795300000004 } from './1795300000004-create-sources';
import { CreateWorkshops1795300000005 } from './1795300000005-create-workshops';
import { CreateRecommendations1795300000006 } from './1795300000006-create-recommendations';
import { CreateVoting1795300000007 } from './1795300000007-create-voting';
import { CreateAssignments1795300000008 } from './1795300000008-create-assignments';
import { CreateProgress1795300000009 } from './1795300000009-create-progress';
import { CreateReminders1795300000010 } from './1795300000010-create-reminders';
import { CreateListStatus1795300000011 } from './1795300000011-create-list-status';

/** In order. Once released, a migration is never edited: expand, then contract. */
export const migrations = [
  CreatePeople1795300000001,
  CreateActivity1795300000002,
  CreateInstitutions1795300000003,
  CreateSources1795300000004,
  CreateWorkshops1795300000005,
  CreateRecommendations1795300000006,
  CreateVoting1795300000007,
  CreateAssignments1795300000008,
  CreateProgress1795300000009,
  CreateReminders1795300000010,
  CreateListStatus1795300000011,
];
