import { Global, Module } from '@nestjs/common';
import { ActivityLog } from './activity-log';
import { ActivityTail } from './activity-tail';

@Global()
@Module({ providers: [ActivityLog, ActivityTail], exports: [ActivityLog, ActivityTail] })
export class ActivityModule {}
