import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock';
import { Settings } from './settings';

@Global()
@Module({})
export class ConfigModule {
  static with(settings: Settings, clock = new Clock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
      ],
      exports: [Settings, Clock],
    };
  }
}
