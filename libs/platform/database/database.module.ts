import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '@uptake/platform/config';
import { dataSourceOptions } from './data-source';
import { Notifications } from './notifications';
import { Transactions } from './transactions';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({ ...dataSourceOptions(settings.databaseUrl, settings.databasePool), autoLoadEntities: true }),
    }),
  ],
  providers: [Transactions, Notifications],
  exports: [Transactions, Notifications],
})
export class DatabaseModule {}
