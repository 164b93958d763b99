import { Module } from '@nestjs/common';
import { ImportAgain } from './import-again';
import { ImportController } from './import.controller';
import { ImportDocument } from './import-document';
import { RecommendationRows } from './recommendation-rows';

/** Documents in: sources with their recommendations, for the API. */
@Module({
  controllers: [ImportController],
  providers: [ImportDocument, ImportAgain, RecommendationRows],
  exports: [ImportDocument],
})
export class ImportModule {}
