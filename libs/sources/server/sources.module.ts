import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SignedIn } from '@uptake/people/server';
import { StreamAccess } from '@uptake/platform/live';
import { PreviewDocument } from './preview-document';
import { Recogniser } from './recogniser/recogniser';
import { Section } from './section.entity';
import { SourceDocument } from './source-document.entity';
import { SourceReader } from './source-reader';
import { Source } from './source.entity';
import { SourcesController } from './sources.controller';
import { Sources } from './sources';

/** Sources, for the API. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Source, SourceDocument, Section])],
  controllers: [SourcesController],
  providers: [Sources, SourceReader, PreviewDocument, Recogniser],
  exports: [Sources, Recogniser],
})
export class SourcesModule implements OnModuleInit {
  constructor(
    private readonly streams: StreamAccess,
    private readonly sources: Sources,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.streams.register('source', (caller, id) => this.sources.mayRead(this.dataSource, id, (caller as SignedIn).actor));
  }
}
