import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock';
import { Settings } from './settings';

@Global()
@Module({})
export class ConfigModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Settings, useValue: settings }, Clock],
      exports: [Settings, Clock],
    };
  }
}
