import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** OpenAPI from the same schemas that check the requests, and a page that shows it: all files are ours, none comes from elsewhere. */
export function serveReference(app: NestFastifyApplication): void {
  const info = new DocumentBuilder()
    .setTitle('Uptake')
    .setDescription('Recommendations, from the room to the evidence.')
    .setVersion('1')
    .addCookieAuth('uptake')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, info), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Uptake API',
    raw: ['json'],
  });
}
