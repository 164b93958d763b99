import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { apiReference } from '@scalar/nestjs-api-reference';

/** OpenAPI from the same schemas that check the requests, and a page that shows it. */
export function serveReference(app: NestFastifyApplication): void {
  const info = new DocumentBuilder()
    .setTitle('Uptake')
    .setDescription('Recommendations, from the room to the evidence.')
    .setVersion('1')
    .build();
  const fastify = app.getHttpAdapter().getInstance();
  let document: object | undefined;
  fastify.get('/api/openapi.json', async () => (document ??= SwaggerModule.createDocument(app, info)));
  app.use('/api/docs', apiReference({ url: '/api/openapi.json', withFastify: true }));
}
