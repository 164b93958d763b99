import { Injectable } from '@nestjs/common';

/** The one clock. Tests bind another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
