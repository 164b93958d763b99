import { Global, Module } from '@nestjs/common';
import { CoalescedStates } from './coalesced-states';
import { LiveGateway } from './live.gateway';
import { StreamAccess } from './stream-access';

@Global()
@Module({ providers: [LiveGateway, StreamAccess, CoalescedStates], exports: [LiveGateway, StreamAccess, CoalescedStates] })
export class LiveModule {}
