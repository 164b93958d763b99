import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import { apiInterceptor } from './api-interceptor';

export function provideApi(): EnvironmentProviders {
  return provideHttpClient(withInterceptors([apiInterceptor]));
}
