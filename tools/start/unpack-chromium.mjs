import chromium from '@sparticuz/chromium';

// A process of its own, because the package decides by the environment at the moment when it is loaded.
await chromium.executablePath();
