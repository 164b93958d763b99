// Runs before the first paint, so that a theme chosen by hand never flashes the other one. A file and not an inline script: the
// content security policy allows only our own files. `libs/web/ui/theme/theme.ts` writes what is read here.
try {
  const theme = localStorage.getItem('uptake.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // storage may be forbidden: the system's theme is used
}
