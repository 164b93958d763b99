import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssignmentsModule } from '@uptake/assignments/server';
import { Evidence } from './evidence.entity';
import { ProgressController } from './progress.controller';
import { ReadReportForm } from './read-report-form';
import { ReadUpdates } from './read-updates';
import { ReportLinks } from './report-links';
import { ReportStatus } from './report-status';
import { StatusUpdate } from './status-update.entity';

/** Reports and evidence, for the API. */
@Module({
  imports: [TypeOrmModule.forFeature([StatusUpdate, Evidence]), AssignmentsModule],
  controllers: [ProgressController],
  providers: [ReadUpdates, ReadReportForm, ReportLinks, ReportStatus],
})
export class ProgressModule {}
